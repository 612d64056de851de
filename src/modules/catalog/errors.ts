import { refusals } from '#kernel/errors/index.ts';

/** What a person can cause in the catalogue. */
export const refuse = refusals('catalog', {
  not_found: [404, 'No encontramos este trámite. Puede que haya cambiado de nombre: búsquelo en el catálogo.'],
  entity_not_found: [404, 'No encontramos esta entidad. Búsquela en el catálogo de trámites.'],
  version_not_found: [404, 'La versión {version} del trámite {procedureId} no existe. Revise el número.'],
  bad_cursor: [400, 'La dirección de esta página está incompleta. Vuelva al catálogo y avance desde la primera página.'],
  slug_taken: [409, 'La dirección «/tramites/{slug}» ya es de otro trámite ({owner}). Elija otro «slug».'],
  faulty_folder: [422, 'No se puede publicar {path}: {reasons}'],
});
