import { encode } from 'uqr';
import { html, type Html } from '#kernel/html/html.ts';

/** A text as a QR code: an SVG with a name for screen readers. Medium error correction, quiet zone of four modules (ISO/IEC 18004). */
export function qrCode(text: string, name: string): Html {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((line, y) => line.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return html`<div class="app-qr"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" aria-label="${name}" shape-rendering="crispEdges"><path fill="#000" d="${path}"/></svg></div>`;
}
