/** A procedure as the portal tells of it; who asks for it pays, unless it is free. */
type PortalProcedure = { readonly id: number; readonly name: string; readonly slug?: string; readonly isFree?: boolean };

/** A procedure of the Aduana as the portal of procedures of the State exports it. */
export const portalRecord = ({ id, name, slug = `tramite-${id}`, isFree = false }: PortalProcedure): string => JSON.stringify({
  id: String(id), nombre: name, slug, descripcion: `${name}, para quien importa o exporta mercancías por primera vez.`, entidad: { nombre: 'Aduana Nacional', sigla: 'AN', slug: 'aduana-nacional' }, fechaActualización: '09/07/2025',
  marcoLegal: 'Ley N.º 1990', modalidades: [{ tipo: 'PRESENCIAL', publico: [{ tieneCosto: !isFree, costos: isFree ? [] : [{ conceptoPago: 'Arancel', costo: '78.00', moneda: 'Bs' }], duracion: '5', unidadMedidaDuracion: 'Día(s)', procedimiento: '<ol><li>Presente los requisitos en un folder amarillo.</li></ol>', nombrePublicoObjetivo: 'Persona Natural', requisitos: [{ nombre: 'Cédula de Identidad', comentario: 'Fotocopia simple' }] }] }],
});

/** A file of that export with so many procedures, the given ones last. */
export const portalFile = (count: number, ...given: readonly string[]) =>
  ({ name: 'tramites.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from([...Array.from({ length: count - given.length }, (_, n) => portalRecord({ id: n + 1, name: `Autorización ${n + 1} de despacho` })), ...given].join('\n')) });
