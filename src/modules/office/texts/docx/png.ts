import { Resvg } from '@resvg/resvg-js';

/** The picture as a PNG of twice its size, for programs that do not show SVG. Its letters come from the fonts of the machine. */
export const pngOf = (svg: string): Buffer => new Resvg(svg, { fitTo: { mode: 'zoom', value: 2 }, background: 'white' }).render().asPng();
