/** The size at which a picture fits a width, in the same unit; it is never drawn larger than it is. */
export function fitted(svg: string, widthMax: number): { readonly width: number; readonly height: number } {
  const { width, height } = sizeOf(svg), scale = Math.min(1, widthMax / width);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

// In pixels of 1/96 inch, as its own root says; a picture that does not say is 640 × 360.
function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const root = /<svg[^>]*>/.exec(svg)?.[0] ?? '', box = /viewBox="\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(root);
  const said = (name: string): number => Number(new RegExp(`\\s${name}="([\\d.]+)(?:px)?"`).exec(root)?.[1]);
  const width = said('width') || Number(box?.[1]) || 640, height = said('height') || Number(box?.[2]) || 360;
  return { width, height };
}
