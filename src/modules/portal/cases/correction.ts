import { correctCase, readCorrection, readPosted, saveCorrection, variablesOf } from '#modules/cases/index.ts';
import { correctionPages, readPage, renderPage, unposted, type Answers, type FormContext, type FormPage, type PostedState } from '#modules/forms/index.ts';
import { refusals } from '#kernel/errors/index.ts';
import { insetText } from '#kernel/html/components.ts';
import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { applicantOf } from '../applicant.ts';
import type { PortalDeps } from '../wiring.ts';

import { openOwn } from './open-own.ts';

const refuse = refusals('portal_correction', {
  nothing_to_correct: [409, 'No hay nada que corregir en este trámite ahora. Vuelva al trámite para ver cómo está.'],
});

/** A correction as it stands: the pages with observed fields, and the answers as the applicant has them now. */
async function openCorrection(ctx: Context) {
  const { current, definition } = await openOwn(ctx);
  const { observation } = current.state;
  if (!observation || current.state.status !== 'observed') return refuse('nothing_to_correct');
  const context: FormContext = { now: ctx.now, variables: variablesOf(definition, current, ctx.now) };
  const answers = (await readCorrection(ctx.db, current.id)) ?? current.answers;
  // A corrected answer may make questions necessary on other pages: those are asked too.
  const pages = correctionPages(definition.form, answers, context, observation.fields.map(({ field }) => field));
  return { current, definition, observation, pages, context, answers };
}

type Correction = Awaited<ReturnType<typeof openCorrection>>;

/** `GET /mis-tramites/:id/correccion[/:page]`: only what was observed can be changed, each field with its reason. */
export async function showCorrection(ctx: Context): Promise<Answer> {
  const opened = await openCorrection(ctx);
  return correctionPage(ctx, opened, pageAt(ctx, opened), opened.answers, unposted);
}

/** `POST /mis-tramites/:id/correccion[/:page]`: keeps this page; after the last one everything is sent at once. */
export const sendCorrection = ({ documents }: PortalDeps) => async (ctx: Context): Promise<Answer> => {
  const opened = await openCorrection(ctx);
  const { current, definition, observation, context } = opened;
  const shown = pageAt(ctx, opened);
  const { body, uploads } = await readPosted(ctx, documents, [shown], { entityId: current.entityId, ownerId: current.id });
  const reading = readPage(definition.form, shown.id, body, opened.answers, context, { uploads, only: observation.fields.map(({ field }) => field) });
  await saveCorrection(ctx.db, current.id, reading.answers, ctx.now);
  if (reading.errors.length > 0 || reading.stay) return correctionPage(ctx, opened, shown, reading.answers, reading);
  const pages = correctionPages(definition.form, reading.answers, context, observation.fields.map(({ field }) => field));
  const next = pages[pages.findIndex((one) => one.id === shown.id) + 1];
  if (next) return seeOther(`/mis-tramites/${current.id}/correccion/${next.id}`);
  await correctCase(ctx.db, current.id, applicantOf(ctx), reading.answers, ctx.now, `correct:${current.id}:${observation.at}`);
  return seeOther(`/mis-tramites/${current.id}`, 'Enviamos sus correcciones. La entidad las revisará y le avisaremos.');
};

const pageAt = (ctx: Context, { pages }: Correction): FormPage =>
  pages.find((one) => one.id === ctx.params.page) ?? pages[0] ?? refuse('nothing_to_correct');

function correctionPage(ctx: Context, opened: Correction, shown: FormPage, answers: Answers, { errors, entered, asksMore }: PostedState): Answer {
  const { current, definition, observation, context, pages } = opened;
  const isLast = pages.at(-1) === shown;
  return page({
    title: `Corregir: ${shown.title.es}, trámite ${current.number}`, section: '/mis-tramites', hasErrors: errors.length > 0, noIndex: true,
    backLink: { href: `/mis-tramites/${current.id}`, text: 'Volver al trámite' },
    main: renderPage(definition.form, shown, answers, errors, {
      caption: `Trámite ${current.number}`, lead: observation.reason && insetText(observation.reason), csrf: ctx.csrf, context, entered, asksMore,
      action: `/mis-tramites/${current.id}/correccion/${shown.id}`, corrections: observation.fields, submitText: isLast ? 'Enviar las correcciones' : 'Guardar y continuar',
    }),
  }, errors.length > 0 ? 422 : 200);
}
