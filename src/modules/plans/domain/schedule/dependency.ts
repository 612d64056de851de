/** How one task hangs on another: it begins when the other ends (FS), they begin (SS) or end (FF) together, or it ends when the other begins (SF); `lag` working days later, or earlier when negative. */
export type Dependency = { readonly on: string; readonly kind: 'FS' | 'SS' | 'FF' | 'SF'; readonly lag: number };

// As they are written: FC fin-comienzo, CC comienzo-comienzo, FF fin-fin, CF comienzo-fin; the English letters are understood too.
const kinds: Readonly<Record<string, Dependency['kind']>> = { FC: 'FS', CC: 'SS', FF: 'FF', CF: 'SF', FS: 'FS', SS: 'SS', SF: 'SF' };
const pattern = /^([A-Z0-9-]+?)(?:\s+(FC|CC|FF|CF|FS|SS|SF))?\s*([+-]\s*\d{1,4})?$/;

/** Reads «T1, T2 CC+5»; `undefined` where it can't be understood. Nothing written is no dependency. */
export function readDependencies(text: string): readonly Dependency[] | undefined {
  const parts = text.toUpperCase().split(/[,;]/).map((part) => part.trim()).filter((part) => part !== '');
  const read = parts.map((part): Dependency | undefined => {
    const [, on, kind = 'FC', lag = '0'] = pattern.exec(part) ?? [];
    return on === undefined ? undefined : { on, kind: kinds[kind] ?? 'FS', lag: Number(lag.replaceAll(/\s/g, '')) };
  });
  return read.every((one) => one !== undefined) ? read : undefined;
}
