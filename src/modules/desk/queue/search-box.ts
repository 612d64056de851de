import { searchBox } from '#kernel/html/components.ts';
import type { Html } from '#kernel/html/html.ts';

/** Where officers look for a case. */
export const caseSearch = (typed = ''): Html => searchBox({
  action: '/escritorio/busqueda', name: 'numero', label: 'Buscar un trámite', value: typed, hint: 'Por su número, o por el nombre o el documento de quien solicita',
});
