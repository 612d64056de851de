import { createHash, type Hash } from 'node:crypto';
import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { providerOf } from '../../approval/index.ts';
import { parsePlanCode } from '../../domain/procedure/plan-code.ts';
import { refuse } from '../../errors.ts';
import { askCodePage, verifiedPage, type Checked } from '../../pages/procedure/verify-page.ts';
import { findApproved, type ApprovedPlan } from '../../store/procedure/approved.ts';
import { wasPrinted } from '../../store/procedure/prints.ts';

/** `GET /planes/verificar`: asks for a code, or leads to what it says. */
export function askCode(ctx: Context): Answer {
  const typed = ctx.query.codigo?.trim().slice(0, 60);
  if (typed === undefined) return page(askCodePage('', undefined));
  const code = parsePlanCode(typed);
  return code === undefined ? page(askCodePage(typed, typed === '' ? 'Escriba el código identificador del plan.' : 'Ese código no es de ningún plan. Revise que esté completo: la impresión lo muestra en cada página.'), 422) : seeOther(`/planes/verificar/${code}`);
}

/** `GET /planes/verificar/:code`: whose plan it is, how far it has come, and what was approved. */
export const showVerified = async (ctx: Context): Promise<Answer> => verified(ctx, await approvedOf(ctx), undefined);

async function approvedOf(ctx: Context): Promise<ApprovedPlan> {
  const code = parsePlanCode((ctx.params.code ?? '').slice(0, 60));
  return (code === undefined ? undefined : await findApproved(ctx.db, code)) ?? refuse('plan_code_unknown');
}

function verified(ctx: Context, plan: ApprovedPlan, checked: Checked | undefined): Answer {
  const provider = providerOf(plan.provider), sha256 = createHash('sha256').update(plan.content).digest('hex');
  const holds = sha256 === plan.sha256 && (provider?.verify(plan.evidence, sha256, plan.code) ?? false);
  return page(verifiedPage(ctx, plan, { holds, said: provider?.say(plan.evidence) ?? [], proves: provider?.proves ?? [], checked }));
}

/** `POST /planes/verificar/:code`: compares a printed file, or a hash, with what was approved. */
export async function compare(ctx: Context): Promise<Answer> {
  const plan = await approvedOf(ctx), { file, hash } = await readComparison(ctx), asked = file ?? hash;
  if (asked === '') return verified(ctx, plan, { holds: false, sentence: 'Suba un archivo o pegue una huella para compararla.' });
  if (file === undefined && hash === plan.sha256) return verified(ctx, plan, { holds: true, sentence: 'La huella es la del contenido que se aprobó.' });
  return verified(ctx, plan, await wasPrinted(ctx.db, { entityId: plan.entityId, id: plan.planId }, asked) ? { holds: true, sentence: 'El archivo es una impresión de este plan, sin cambios.' } : { holds: false, sentence: file === undefined ? notTheHash : notThePrint });
}

const notThePrint = 'El archivo no es la impresión que salió al aprobar el plan. Puede ser otra versión, o haber cambiado.', notTheHash = 'La huella no es la del contenido que se aprobó, ni la de su impresión.';

/** The SHA-256 of the file that was sent, where there is one, and the hash that was pasted. Nothing of the file is kept. */
async function readComparison(ctx: Context): Promise<{ readonly file: string | undefined; readonly hash: string }> {
  let file: string | undefined, hash = '';
  for await (const part of ctx.parts()) {
    if (part.kind === 'field') { if (part.name === 'huella') hash = part.value.replaceAll(/\s/g, '').toLowerCase().slice(0, 64); continue; }
    const digest: Hash = createHash('sha256');
    for await (const chunk of part.stream) digest.update(chunk);
    if (part.filename !== '') file = digest.digest('hex');
  }
  return { file, hash };
}
