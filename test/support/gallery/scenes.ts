import * as part from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/types.ts';

/** The page of a procedure, as a citizen meets it. */
export const procedureScene: PageContent = {
  title: 'Registro sanitario de medicamentos',
  description: 'Requisitos, arancel, plazo y pasos del registro sanitario de medicamentos.',
  section: '/tramites',
  main: html`${part.breadcrumbs([{ text: 'Inicio', href: '/' }, { text: 'Trámites', href: '/tramites' }, { text: 'Registro sanitario' }])}${part.mainAndAside(html`<span class="govuk-caption-l">Agencia Estatal de Medicamentos</span><h1 class="govuk-heading-l">Registro sanitario de medicamentos</h1><p class="govuk-body-l">Autoriza a vender un medicamento en Bolivia. Lo pide el laboratorio o la importadora.</p><p class="govuk-body">${part.linkButton({ href: '/iniciar', text: 'Iniciar el trámite', start: true })}</p>${part.summaryList([
    { key: 'Para quién', value: 'Laboratorios e importadoras con resolución vigente' }, { key: 'Cuesta', value: 'Bs 1.489,00' }, { key: 'Tarda', value: '60 días hábiles desde que la solicitud está completa' }, { key: 'Dónde', value: 'En línea, o en la oficina central de La Paz' }])}<h2 class="govuk-heading-m">Qué necesita</h2><ul class="govuk-list govuk-list--bullet"><li>Certificado de producto farmacéutico, del país de origen</li><li>Método de análisis, en español</li><li>Muestras y estándar de referencia</li></ul>`,
    html`<h2 class="govuk-heading-s">Trámites relacionados</h2><ul class="govuk-list"><li><a href="/tramites/reinscripcion">Reinscripción de medicamentos</a></li><li><a href="/tramites/importacion">Certificado para despacho aduanero</a></li></ul>`)}`,
};

/** The case of an applicant, with its timeline. */
export const caseScene: PageContent = {
  title: 'Solicitud 2026-000123',
  section: '/mis-tramites',
  backLink: { href: '/mis-tramites', text: 'Mis trámites' },
  main: html`<span class="govuk-caption-l">Solicitud 2026-000123</span><h1 class="govuk-heading-l">Copias simples ${part.tag({ text: 'Observada', colour: 'yellow' })}</h1>${part.timeline([
    { when: '18 de noviembre de 2026, 09:12', title: 'Presentó la solicitud' }, { when: '18 de noviembre de 2026, 09:20', title: 'Pagó Bs 2,69' },
    { when: 'Hasta el 3 de diciembre de 2026', title: 'Debe corregir un dato', kind: 'attention', body: html`<p class="govuk-body">El número de la declaración no coincide con el documento.</p>` },
    { when: 'Plazo detenido', title: 'Revisión', kind: 'now' }, { when: '10 días hábiles después de la corrección', title: 'Entrega', kind: 'next' }, { when: '2 de enero de 2026', title: 'Solicitud anterior rechazada', kind: 'refused' }])}${part.summaryList([{ key: 'Declaración', value: '2026/201/C-4512', action: { href: '/c', text: 'Cambiar', hiddenText: 'la declaración' } }, { key: 'Correo electrónico', value: 'una.direccion.bastante.larga.de.correo@ejemplo-institucional.gob.bo' }])}`,
};

/** The confirmation after submitting. */
export const confirmationScene: PageContent = {
  title: 'Solicitud presentada',
  section: '/mis-tramites',
  main: html`${part.panel({ title: 'Solicitud presentada', body: html`Su número es<br><strong>2026-000123</strong>` })}<h2 class="govuk-heading-m">Qué sigue</h2><p class="govuk-body">Le enviamos el comprobante por correo. El plazo vence el 2 de diciembre de 2026.</p>${part.linkButton({ href: '/pagar', text: 'Pagar Bs 2,69' })}`,
};

/** The queue of an officer. */
export const queueScene: PageContent = {
  title: 'Escritorio',
  width: 'wide',
  section: '/escritorio',
  main: html`<h1 class="govuk-heading-l">Escritorio</h1>${part.statRow([{ value: '1.204', label: 'abiertos', href: '/escritorio?filtro=abiertos' }, { value: '37', label: 'vencen esta semana', note: 'hasta el 27 de noviembre' }, { value: '4', label: 'vencidos' }, { value: '97 %', label: 'resueltos en plazo', note: 'últimos 30 días' }])}${part.table({
    caption: 'Tareas de su unidad', cards: true, firstCellNames: true, numericColumns: [4], head: ['Expediente', 'Trámite', 'Solicitante', 'Tarea', 'Días', 'Plazo', ''], rows: Array.from({ length: 6 }, (_, index) => queueRow(index)),
  })}${part.pagination({ next: '/escritorio?desde=abc', info: 'Se muestran 6 de 1.204 tareas' })}`,
};

/** A case as an officer reads it: answers at the left, the document at the right; a plain table that scrolls. */
export const readingScene: PageContent = {
  title: 'Expediente 2026-000123',
  width: 'wide',
  section: '/escritorio',
  backLink: { href: '/escritorio', text: 'Escritorio' },
  main: html`<h1 class="govuk-heading-l">Expediente 2026-000123</h1>${part.sideBySide(
    html`<h2 class="govuk-heading-m">Solicitud</h2>${part.summaryList([{ key: 'Solicitante', value: 'Juana Mamani Quispe' }, { key: 'Declaración', value: '2026/201/C-4512' }])}${part.radios({ id: 'decision', name: 'decision', label: 'Decisión', labelSize: 's', small: true, options: [{ value: 'aprobar', text: 'Aprobar' }, { value: 'observar', text: 'Observar' }] })}`,
    html`<h2 class="govuk-heading-m">Hoja de ruta</h2>${part.table({ caption: 'Hoja de ruta', captionHidden: true, numericColumns: [2], head: ['Fecha', 'Hecho', 'Fojas'], rows: [['18/11/2026', 'Presentada', 3], ['19/11/2026', 'Derivada al laboratorio de control de calidad', 12]] })}`)}`,
};

function queueRow(index: number): readonly (Html | string | number)[] {
  const late = index === 0;
  return [html`<a href="/escritorio/${index}">2026-000${123 + index}</a>`, 'Registro sanitario de medicamentos', ['Juana Mamani Quispe', 'Laboratorios Illimani S.R.L.'][index % 2]!, 'Revisar documentos', late ? -2 : 5 + index,
    part.tag(late ? { text: 'Vencido', colour: 'red' } : { text: '2 de diciembre', colour: 'blue' }), html`<a href="/escritorio/${index}/tomar">Tomar${part.visuallyHidden(` el expediente 2026-000${123 + index}`)}</a>`];
}
