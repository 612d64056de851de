const browsers = [['Edg/', 'Edge'], ['OPR/', 'Opera'], ['SamsungBrowser/', 'Samsung Internet'], ['Firefox/', 'Firefox'], ['Chrome/', 'Chrome'], ['Safari/', 'Safari']] as const;
const systems = [['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Windows', 'Windows'], ['Mac OS X', 'Mac'], ['Linux', 'Linux']] as const;

/** «Firefox en Windows»: enough for a person to recognise their own device. The order matters: each browser also claims to be the next ones. */
export function sayAgent(agent: string): string {
  const named = (table: readonly (readonly [string, string])[]) => table.find(([mark]) => agent.includes(mark))?.[1];
  return `${named(browsers) ?? 'Otro programa'} en ${named(systems) ?? 'otro sistema'}`;
}
