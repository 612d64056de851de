import { refusals } from '#kernel/errors/index.ts';

export const refuse = refusals('forms', {
  page_not_found: [404, 'Esa página del formulario no existe o no corresponde a sus respuestas. Vuelva al resumen de su solicitud y continúe desde ahí.'],
});
