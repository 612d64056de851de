import { textAnswer, type OfficeText } from '#modules/office/index.ts';
import { attachment, page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { freezeStrategy } from '../../actions/strategy/freeze.ts';
import { writeSection } from '../../actions/strategy/write-section.ts';
import { differencesOf } from '../../domain/strategy/compare.ts';
import { frozenOf } from '../../domain/strategy/frozen.ts';
import { refuse } from '../../errors.ts';
import { sectionHref, strategyHref } from '../../pages/strategy/addresses.ts';
import { documentPage, versionPage } from '../../pages/strategy/document-page.ts';
import { conflictPage } from '../../pages/strategy/section-page.ts';
import { comparePage, draftKey, versionsPage } from '../../pages/strategy/versions-page.ts';
import { getVersion, versionsOf, type Version } from '../../store/strategy/versions.ts';
import { mayWrite, plannerOf } from '../planner.ts';
import { openStrategy, strategyOf, type Opened } from './open.ts';
import { textIn, wholeIn } from './posted.ts';
import { sectionOf, shownOf } from './sections.ts';

const remarkMax = 500;

const draftOf = ({ content, sections }: Opened) => frozenOf(content, sections, { kind: 'draft' });

/** `GET /plan/estrategia/:id/documento`: the document as it stands today. */
export async function showDocument(ctx: Context): Promise<Answer> {
  const opened = await openStrategy(ctx);
  return page(documentPage(opened.strategy, draftOf(opened).text));
}

/** `GET /plan/estrategia/:id/documento/:format`: the same as a file. */
export async function downloadDocument(ctx: Context): Promise<Answer> {
  const draft = draftOf(await openStrategy(ctx));
  return fileOf(draft.text, () => JSON.stringify(draft), ctx.params.format, `estrategia-${draftKey}`);
}

/** A document in the format that the address names; JSON is everything that is known of it. */
const fileOf = async (text: OfficeText, bytes: () => string, format: string | undefined, name: string): Promise<Answer> =>
  (format === 'json' ? attachment(`${name}.json`, 'application/json', bytes()) : textAnswer(text, format, name));

/** `GET /plan/estrategia/:id/versiones`: the versions, and how to freeze the next. */
export const showVersions = (ctx: Context): Promise<Answer> => versions(ctx, undefined);

async function versions(ctx: Context, problem: string | undefined): Promise<Answer> {
  const { strategy, advice } = await openStrategy(ctx);
  return page(versionsPage({ ctx, strategy, versions: await versionsOf(ctx.db, strategy.entityId, strategy.id), missing: advice.length, mayWrite: mayWrite(ctx), problem }), problem === undefined ? 200 : 422);
}

/** `POST /plan/estrategia/:id/versiones`: freezes the strategy as it stands. Twice is as once. */
export async function freezeOne(ctx: Context): Promise<Answer> {
  const remark = textIn(ctx, 'nota');
  if (remark.length > remarkMax) return versions(ctx, `Escriba la nota en ${remarkMax} letras como máximo.`);
  const { strategy, content, sections } = await openStrategy(ctx), made = await freezeStrategy(ctx.db, plannerOf(ctx), strategy, content, sections, remark, ctx.now);
  return made === undefined ? seeOther(strategyHref(strategy.id, '/versiones'), 'No cambió nada desde la última versión, así que no hace falta otra.') : seeOther(strategyHref(strategy.id, `/versiones/${made.number}`), `Congelamos la versión ${made.number}.`);
}

async function versionOf(ctx: Context, typed = ctx.params.number): Promise<{ readonly strategy: Opened['strategy']; readonly version: Version }> {
  const strategy = await strategyOf(ctx);
  return { strategy, version: await getVersion(ctx.db, strategy.entityId, strategy.id, wholeIn(typed)) };
}

/** `GET /plan/estrategia/:id/versiones/:number`: a frozen version, with its hash reckoned again. */
export async function showVersion(ctx: Context): Promise<Answer> {
  const { strategy, version } = await versionOf(ctx), opened = mayWrite(ctx) ? await openStrategy(ctx) : undefined;
  return page(versionPage(ctx, strategy, version, opened && { sections: opened.sections, texts: opened.texts }));
}

/** `GET /plan/estrategia/:id/versiones/:number/:format`: a frozen version as a file. */
export async function downloadVersion(ctx: Context): Promise<Answer> {
  const { version } = await versionOf(ctx);
  return fileOf(version.frozen.text, () => version.bytes, ctx.params.format, `estrategia-version-${version.number}`);
}

/** `POST /plan/estrategia/:id/versiones/:number/restauracion`: writes the text of a section again as it was frozen. */
export async function restoreFrozen(ctx: Context): Promise<Answer> {
  const { version } = await versionOf(ctx), wanted = typeof ctx.form.parte === 'string' ? ctx.form.parte : '', found = await sectionOf(ctx, wanted), old = version.frozen.sections.find(({ id }) => id === wanted) ?? refuse('section_not_found');
  if (!await writeSection(ctx.db, plannerOf(ctx), found.place, old.body, wholeIn(ctx.form.desde), ctx.now)) return page(conflictPage(await shownOf(ctx, found), old.body), 409);
  return seeOther(sectionHref(found.place.strategyId, wanted), `Volvimos al texto de la versión ${version.number}. El de antes sigue en la historia.`);
}

/** `GET /plan/estrategia/:id/comparacion?de=&a=`: where two states differ, the draft of today among them. */
export async function compareStates(ctx: Context): Promise<Answer> {
  const opened = await openStrategy(ctx), { strategy } = opened, [before, after] = await Promise.all([stateOf(ctx, opened, ctx.query.de), stateOf(ctx, opened, ctx.query.a)]);
  return page(comparePage({ strategy, versions: await versionsOf(ctx.db, strategy.entityId, strategy.id), before, after, differences: differencesOf(before.text, after.text) }));
}

async function stateOf(ctx: Context, opened: Opened, typed: string | undefined): Promise<{ readonly key: string; readonly name: string; readonly text: OfficeText }> {
  if (typed === undefined || typed === draftKey) return { key: draftKey, name: 'borrador de hoy', text: draftOf(opened).text };
  const { version: { number, frozen } } = await versionOf(ctx, typed);
  return { key: String(number), name: `versión ${number}`, text: frozen.text };
}
