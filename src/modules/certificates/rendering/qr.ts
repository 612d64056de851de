import { encode } from 'uqr';

/** An address as a QR code, in SVG: one path of dark runs, so that it stays small inside the document. Medium error correction. */
export function qrSvg(address: string): string {
  const { data, size } = encode(address, { ecc: 'M', border: 0 });
  const runs = data.flatMap((line, y) => darkRuns(line).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path fill="#000" d="${runs.join('')}"/></svg>`;
}

// Where each run of dark modules begins, and how long it is.
function darkRuns(line: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  line.forEach((dark, x) => {
    const last = runs.at(-1);
    if (dark && last !== undefined && last[0] + last[1] === x) last[1] += 1;
    else if (dark) runs.push([x, 1]);
  });
  return runs;
}
