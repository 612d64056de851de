/** From values to places of an axis, with the ticks that people can read. */
export type Scale = { readonly at: (value: number) => number; readonly ticks: readonly number[]; readonly min: number; readonly max: number };

/** Values beyond this can't be drawn apart any more; they are drawn at the edge. */
const valueMax = 1e15;

/** A scale that holds zero and all the values between two places, with about `wanted` ticks at round numbers. */
export function scaleOf(values: readonly number[], from: number, to: number, wanted: number): Scale {
  const held = values.filter((value) => Number.isFinite(value)).map(within), low = Math.min(0, ...held), high = Math.max(0, ...held);
  const step = stepOf((high - low || 1) / wanted), min = Math.floor(low / step) * step, max = Math.max(Math.ceil(high / step) * step, min + step);
  const count = Math.round((max - min) / step);
  return { min, max, ticks: Array.from({ length: count + 1 }, (_, index) => tidy(min + index * step, step)), at: (value) => from + ((within(value) - min) / (max - min)) * (to - from) };
}

const within = (value: number): number => Math.max(-valueMax, Math.min(valueMax, value));

function stepOf(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1e-6)));
  return power * ([1, 2, 2.5, 5].find((each) => each * power >= rough) ?? 10);
}

// 0.1 + 0.2 is shown as 0.3.
const tidy = (value: number, step: number): number => Number(value.toFixed(Math.max(0, 2 - Math.floor(Math.log10(step)))));
