import { html, type Html } from '../html/html.ts';
import { chartOf, sayValue, type Chart, type Drawing, type Room, type Saying, type Value } from './chart.ts';
import { colours, round } from './look.ts';
import { fit, words } from './words.ts';

/** The nine departments by the letters that identity cards use. */
export type DepartmentKey = 'CH' | 'LP' | 'CB' | 'OR' | 'PT' | 'TJ' | 'SC' | 'BE' | 'PD';

/** A value for each department that has one. */
export type MapData = Saying & { readonly title: string; readonly values: Readonly<Partial<Record<DepartmentKey, Value>>> };

type Shape = { readonly key: DepartmentKey; readonly name: string; readonly label: readonly [x: number, y: number]; readonly outline: string };

// Drawn by hand on a grid of 100 by 110, so that neighbours touch and every department is where people look for it. It shows no border as it legally is.
const shapes: readonly Shape[] = [
  { key: 'PD', name: 'Pando', label: [16, 15], outline: '1,11 10,11 22,6 35,1 36,10 31,11 22,17 8,24 5,18' },
  { key: 'BE', name: 'Beni', label: [38, 35], outline: '36,10 35,17 44,24 56,28 64,32 58,42 50,49 41,55 28,54 20,42 19,32 22,17 31,11' },
  { key: 'LP', name: 'La Paz', label: [12, 47], outline: '8,24 22,17 19,32 20,42 28,54 25,60 19,62 10,64 2,65 6,55 3,49 4,40 6,32' },
  { key: 'CB', name: 'Cochabamba', label: [34, 62], outline: '28,54 41,55 45,62 43,68 38,72 31,69 24,67 25,60' },
  { key: 'OR', name: 'Oruro', label: [14, 72], outline: '2,65 10,64 19,62 25,60 24,67 25,72 23,78 17,84 10,80 7,75 5,70' },
  { key: 'PT', name: 'Potosí', label: [24, 90], outline: '24,67 31,69 38,72 35,75 36,80 40,85 37,93 36,100 28,101 22,107 15,107 13,98 10,90 10,80 17,84 23,78 25,72' },
  { key: 'CH', name: 'Chuquisaca', label: [47.5, 89], outline: '38,72 43,68 44,71 48,75 49,82 53,87 60,89 59,93 50,93 41,92 37,93 40,85 36,80 35,75' },
  { key: 'TJ', name: 'Tarija', label: [48, 97.5], outline: '37,93 41,92 50,93 59,93 59,103 56,101 47,101 43,107 39,103 36,100' },
  { key: 'SC', name: 'Santa Cruz', label: [69, 61], outline: '64,32 70,32 76,34 77,45 78,55 92,55 93,64 98,70 96,77 94,84 86,79 63,86 59,93 60,89 53,87 49,82 48,75 44,71 43,68 45,62 41,55 50,49 58,42' },
];

/** The departments with their values, on a drawing that is schematic and says so: darker is more, and each value is written. */
export function departmentMap(data: MapData): Chart {
  const known = shapes.filter(({ key }) => isKnown(data.values[key]));
  return chartOf({
    title: data.title, alt: `${data.title}: mapa esquemático de los nueve departamentos; ${known.length === 0 ? 'ninguno tiene dato' : known.map(({ key, name }) => `${name}, ${sayValue(data.values[key], data)}`).join('; ')}.`,
    head: ['Departamento', 'Valor'], rows: shapes.map(({ key, name }) => [name, sayValue(data.values[key], data)]), draw: (room) => draw(data, room),
  });
}

const isKnown = (value: Value | undefined): value is number => value !== null && value !== undefined && Number.isFinite(value);
const classes = [{ fill: '#e3eef0', ink: colours.ink }, { fill: '#9fc3ca', ink: colours.ink }, { fill: '#4a8793', ink: colours.paper }, { fill: colours.accent, ink: colours.paper }] as const;

function draw(data: MapData, { width, isNarrow }: Room): Drawing {
  const known = shapes.flatMap(({ key }) => (isKnown(data.values[key]) ? [data.values[key]] : [])), [low, high] = [Math.min(...known), Math.max(...known)];
  const scale = isNarrow ? 3.2 : 5, left = (width - 100 * scale) / 2, shade = (value: number) => classes[high === low ? 2 : Math.min(3, Math.floor(((value - low) / (high - low)) * 4))] ?? classes[0];
  const lookOf = (value: Value | undefined) => (isKnown(value) ? shade(value) : { fill: colours.paper, ink: colours.muted });
  const body = shapes.map((shape) => {
    const value = data.values[shape.key], look = lookOf(value);
    return html`<g><polygon points="${outline(shape.outline, left, scale)}" fill="${look.fill}" stroke="${isKnown(value) ? colours.paper : colours.muted}" stroke-width="${isKnown(value) ? 2 : 1}" stroke-linejoin="round"/></g>`;
  });
  const labels = shapes.map((shape) => label(shape, sayValue(data.values[shape.key], data), lookOf(data.values[shape.key]).ink, left, scale, isNarrow));
  const bottom = 110 * scale;
  return { height: bottom + 44, body: html`${body}${labels}${words({ x: 0, y: bottom + 16, text: known.length === 0 ? 'Ningún departamento tiene dato.' : 'Más oscuro: más alto. Blanco: sin dato.', colour: colours.muted })}${words({ x: 0, y: bottom + 34, text: 'Mapa esquemático: no muestra límites legales.', colour: colours.muted })}` };
}

const outline = (points: string, left: number, scale: number): string =>
  points.split(' ').map((point) => { const [x = 0, y = 0] = point.split(',').map(Number); return `${round(left + x * scale)},${round(y * scale)}`; }).join(' ');

// On a telephone the letters of identity cards stand for the names, which would not fit; the table has them.
function label({ key, name, label: [x, y] }: Shape, said: string, colour: string, left: number, scale: number, isNarrow: boolean): Html {
  const at = { x: left + x * scale, anchor: 'middle' as const, colour, halo: false };
  return html`${words({ ...at, y: y * scale - 2, text: isNarrow ? key : name, bold: true, size: 13 })}${words({ ...at, y: y * scale + 14, text: fit(said, isNarrow ? 60 : 92) })}`;
}
