import { mayCall, type Person, type Role } from '#kernel/access.ts';
import { roomList, type Room } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';

const readers = ['designer', 'supervisor', 'auditor', 'egov_head', 'authority'] as const;

// In the order in which an entity goes through them.
const rooms: readonly (Room & { readonly who: readonly Role[] })[] = [
  { href: '/plan/inventario', name: 'Inventario de trámites', does: 'Qué trámites tiene la entidad, y qué se sabe de cada uno.', who: readers },
  { href: '/plan/sistemas', name: 'Sistemas de apoyo', does: 'Con qué sistemas se atiende, y con quién intercambian datos.', who: readers },
  { href: '/plan/una-sola-vez', name: 'Pedir una sola vez', does: 'Qué se pide aunque el Estado ya lo tiene.', who: readers },
  { href: '/plan/carga', name: 'Carga de los trámites', does: 'Cuánto le cuestan a la gente y a la entidad en un año.', who: readers },
  { href: '/plan/priorizacion', name: 'Priorización', does: 'Qué conviene digitalizar primero, y por qué.', who: readers },
  { href: '/plan/estrategia', name: 'Estrategia de digitalización', does: 'Cómo se digitalizan los trámites elegidos: se escribe entre varios y sale como documento.', who: readers },
  { href: '/plan/noventa-dias', name: 'Programa de 90 días', does: 'Los diez pasos para empezar: quién, cuándo, con cuánto y qué se logró.', who: readers },
  { href: '/plan/pige', name: 'Plan de gobierno electrónico (PIGE)', does: 'El plan de la entidad: se escribe, se revisa, se aprueba y se publica.', who: [...readers, 'reviewer', 'coordinator'] },
  { href: '/plan/indicadores', name: 'Indicadores declarados', does: 'Lo que el sistema no puede contar, con el documento que lo demuestra.', who: [...readers, 'reviewer', 'coordinator'] },
  { href: '/plan/evaluacion', name: 'Evaluaciones', does: 'Lo que la entidad informa de cada año, y lo que responde la AGETIC.', who: [...readers, 'reviewer'] },
  { href: '/plan/indicadores/dia', name: 'El día de la entidad', does: 'Qué entró, qué salió y qué espera, al lado de lo usual.', who: ['supervisor', 'egov_head', 'authority', 'auditor'] },
];

/** Where planning begins: what there is to do for this person, in order. */
export const homePage = (person: Person | undefined): PageContent => ({
  title: 'Planificación', section: '/plan', width: 'wide', noIndex: true,
  main: html`<h1 class="govuk-heading-l">Planificación</h1><p class="govuk-body">Del inventario al plan, y del plan a lo que de verdad funciona.</p>
    ${roomList(rooms.filter(({ who }) => mayCall(who, person)))}`,
});
