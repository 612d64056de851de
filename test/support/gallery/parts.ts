import * as part from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/types.ts';

const tags = [['Borrador', 'grey'], ['Concedido', 'green'], ['En línea', 'teal'], ['En revisión', 'blue'], ['En consulta', 'purple'], ['Prioritario', 'magenta'], ['Vencido', 'red'], ['Por vencer', 'orange'], ['Observado', 'yellow']] as const;
const csrf = part.hiddenField('csrf', 'gallery');

/** Every kind of field, with its hint, its error and its answer. */
export const fieldsPage: PageContent = {
  title: 'Datos del establecimiento',
  hasErrors: true,
  section: '/mis-tramites',
  backLink: { href: '/mis-tramites', text: 'Volver' },
  main: html`${part.errorSummary([{ href: '#correo', text: 'Escriba un correo electrónico, como nombre@ejemplo.bo' }, { href: '#apertura', text: 'La fecha de apertura debe ser posterior a hoy' }, { href: '#modalidad', text: 'Elija cómo quiere recibir la resolución' }])}${part.stepIndicator(2, 5, 'Establecimiento')}<h1 class="govuk-heading-l">Datos del establecimiento</h1><p class="govuk-body">Los datos deben coincidir con los de la licencia de funcionamiento municipal.</p>${part.postForm({
    csrf,
    body: [
      part.textField({ id: 'nombre', name: 'nombre', label: 'Nombre comercial', value: 'Centro médico San Gabriel', autocomplete: 'organization' }),
      part.textField({ id: 'correo', name: 'correo', label: 'Correo electrónico', hint: 'Le avisaremos aquí de cada paso.', error: 'Escriba un correo electrónico, como nombre@ejemplo.bo', value: 'sangabriel.ejemplo.bo', type: 'email', inputmode: 'email', autocomplete: 'email', width: 'two-thirds', spellcheck: false }),
      part.textField({ id: 'capital', name: 'capital', label: 'Capital declarado, en bolivianos', prefix: 'Bs', inputmode: 'decimal', width: 10, value: '120.000,00' }),
      part.textField({ id: 'superficie', name: 'superficie', label: 'Superficie, en metros cuadrados', suffix: 'm²', inputmode: 'decimal', width: 5 }),
      part.dateField({ id: 'apertura', name: 'apertura', label: '¿Cuándo quiere abrir?', hint: 'Por ejemplo, 31 3 2027', day: '3', month: '3', year: '2020', error: 'La fecha de apertura debe ser posterior a hoy', wrong: ['year'] }),
      part.select({ id: 'departamento', name: 'departamento', label: 'Departamento', emptyText: 'Elija un departamento', value: 'or', options: [{ value: 'lp', text: 'La Paz' }, { value: 'or', text: 'Oruro' }] }),
      part.radios({ id: 'urgencias', name: 'urgencias', label: '¿Atenderá urgencias?', inline: true, value: 'si', options: [{ value: 'si', text: 'Sí' }, { value: 'no', text: 'No' }] }),
      part.radios({ id: 'modalidad', name: 'modalidad', label: '¿Cómo quiere recibir la resolución?', error: 'Elija cómo quiere recibir la resolución', options: [
        { value: 'linea', text: 'En línea', hint: 'Podrá descargarla con su firma digital.' },
        { value: 'oficina', text: 'En una oficina', reveals: part.textField({ id: 'oficina', name: 'oficina', label: '¿En qué oficina?', width: 20 }) }] }),
      part.checkboxes({ id: 'servicios', name: 'servicios', label: 'Servicios que ofrecerá', hint: 'Marque todos los que correspondan.', values: ['externa'], options: [{ value: 'externa', text: 'Consulta externa' }, { value: 'laboratorio', text: 'Laboratorio', hint: 'Necesita un responsable con título.' }, { value: 'imagen', text: 'Imagenología', reveals: part.textField({ id: 'equipo', name: 'equipo', label: 'Equipo principal', width: 20 }) }] }),
      part.checkboxes({ id: 'declara', name: 'declara', label: 'Declaración', small: true, options: [{ value: 'si', text: 'Declaro que los datos son verdaderos' }] }),
      part.fileField({ id: 'plano', name: 'plano', label: 'Plano del establecimiento', hint: 'PDF o imagen, hasta 20 MB.', accept: '.pdf,.png,.jpg' }),
      part.textArea({ id: 'horario', name: 'horario', label: 'Horario de atención', hint: 'Por ejemplo: lunes a viernes de 8:00 a 18:00.', value: 'Lunes a viernes\n8:00 a 18:00', rows: 3 }),
      part.fieldset({ legend: 'Responsable técnico', id: 'responsable', hint: 'La persona que firma por el establecimiento.', body: part.textField({ id: 'matricula', name: 'matricula', label: 'Matrícula profesional', width: 10 }) }),
      part.buttonGroup(part.button({ text: 'Guardar y continuar' }), part.button({ text: 'Guardar y salir', kind: 'secondary', name: 'salir', value: 'si' }), part.button({ text: 'Anular la solicitud', kind: 'warning', name: 'anular', value: 'si' })),
    ],
  })}`,
};

/** Every message, state and list. */
export const messagesPage: PageContent = {
  title: 'Mensajes y listas',
  section: '/tramites',
  main: html`${part.breadcrumbs([{ text: 'Inicio', href: '/' }, { text: 'Trámites', href: '/tramites' }, { text: 'Mensajes y listas' }])}<span class="govuk-caption-l">Muestrario</span><h1 class="govuk-heading-l">Mensajes y listas</h1>${part.notice({ title: 'Aviso', body: 'El sistema de pagos estará en mantenimiento el sábado de 22:00 a 23:00.', id: 'aviso-1' })}${part.notice({ title: 'Listo', kind: 'success', id: 'aviso-2', body: html`<p class="govuk-notification-banner__heading">Guardamos su borrador. <a class="govuk-notification-banner__link" href="/mis-tramites">Ver mis trámites</a></p>` })}${part.warningText('Si no responde hasta el 3 de diciembre, la solicitud se archiva.')}${part.insetText('El arancel de este trámite se fijó el 2 de enero de 2026.')}${part.details({ summary: 'Cómo se cuenta este plazo', open: true, body: 'Se cuentan días hábiles desde el día siguiente de la notificación.' })}${part.details({ summary: 'Por qué pedimos este dato', body: 'Lo exige el reglamento.' })}<p class="govuk-body">${tags.map(([text, colour]) => html`${part.tag({ text, colour })} `)}</p><h2 class="govuk-heading-m">Lo que falta</h2>${part.taskList([
    { title: 'Sus datos', href: '/1', status: 'Completo' }, { title: 'Documentos', href: '/2', hint: 'Faltan 2 de 5', status: part.tag({ text: 'Incompleto', colour: 'blue' }) }, { title: 'Pago', status: 'No puede empezar todavía' }])}<h2 class="govuk-heading-m">Sin resultados</h2>${part.emptyState({ title: 'Todavía no tiene trámites', body: 'Cuando presente una solicitud la verá aquí, con su número y su plazo.', action: { href: '/tramites', text: 'Buscar un trámite' } })}${part.searchBox({ action: '/buscar', label: 'Buscar un trámite', hint: 'Por ejemplo: registro sanitario', value: 'libreta' })}<p class="govuk-body">${part.linkButton({ href: '/iniciar', text: 'Iniciar el trámite', start: true })}</p>${part.pagination({ previous: '/a', next: '/b', info: 'Se muestran 25 de 1.204 trámites' })}${part.roomList([{ href: '/plan', name: 'Planificación', does: 'Qué trámites hay y cuáles conviene digitalizar.' }, { href: '/control', name: 'Control', does: 'Qué se recomendó y cómo va.' }])}${part.tabs('Bandejas', [{ href: '/mias', text: 'Mis tareas', current: true }, { href: '/libres', text: 'Sin tomar', current: false }])}${part.backLink({ href: '/' })}${part.phaseBanner({ tag: 'Prueba', body: 'Este servicio es nuevo.' })}<p class="govuk-body">Código ${part.visuallyHidden('de verificación')} <span class="app-code">7K3M-9QRT-2XWD</span></p>`,
};
