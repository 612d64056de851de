import type { Answers } from '#modules/forms/index.ts';
import type { Block, Inline, OfficeText, Run } from '#modules/office/index.ts';
import { parseLocalDate, type LocalDate } from '#kernel/clock.ts';
import type { Examination } from '../examination.ts';
import { findingsOf, rowsOf, textOf, type Part } from '../parts.ts';

/** An examination with its parts, and the words that stand around them. `say` gives the words of a chosen option. */
export type Report = {
  readonly examination: Pick<Examination, 'answers' | 'example' | 'stage'>; readonly parts: readonly Part[]; readonly examinerName: string; readonly examinedName: string; readonly today: LocalDate;
  readonly say: (kind: Part['kind'] | 'examination', answers: Answers, field: string) => string;
};

const unsaid = 'Por confirmar';

/** The executive summary of an examination, written from what is kept of it: objective, object, results aspect by aspect, what limited the scope, and recommendations. */
export function summaryText(report: Report): OfficeText {
  const { examination: { answers, example, stage }, examinerName, examinedName, today, say } = report, issued = parseLocalDate(textOf(answers, 'fecha_emision')), number = textOf(answers, 'informe_numero');
  return {
    title: 'Resumen ejecutivo', subtitle: textOf(answers, 'referencia'), entity: textOf(answers, 'organo') || examinerName, day: issued ?? today, contents: false, ...(number === '' ? {} : { code: number }),
    cover: [
      ['Entidad', examinedName], ['Tipo', say('examination', answers, 'tipo') || unsaid], ...(number === '' ? [['Informe N.º', unsaid] as const] : []), ...(issued === undefined ? [['Fecha de emisión', unsaid] as const] : []),
      ...(stage === 'open' ? [['Estado', 'Borrador: el informe todavía no se emitió'] as const] : []), ...(example === null ? [] : [['Aviso', 'Ejemplo de una demostración'] as const]),
    ],
    blocks: [...opening(answers), ...results(report), ...limitations(report), ...recommendations(report), ...criteria(answers)],
  };
}

const heading = (text: string, level: 1 | 2 = 1): Block => ({ kind: 'heading', level, text });
const paragraph = (text: Inline): Block => ({ kind: 'paragraph', text });
const note = (answers: Answers): readonly Block[] => (textOf(answers, 'nota') === '' ? [] : [{ kind: 'paragraph', tone: 'note', text: `Nota nuestra: ${textOf(answers, 'nota')}` }]);
const written = (answers: Answers, name: string): Block => (textOf(answers, name) === '' ? { kind: 'paragraph', tone: 'pending', text: unsaid } : paragraph(textOf(answers, name)));
const strong = (text: string): Run => ({ text, strong: true });

function opening(answers: Answers): readonly Block[] {
  const aspects = rowsOf(answers, 'aspectos'), years = [textOf(answers, 'periodo_desde'), textOf(answers, 'periodo_hasta')].filter((year) => year !== '');
  return [
    heading('Objetivo'), written(answers, 'objetivo'), heading('Objeto'), written(answers, 'objeto'), ...(years.length === 0 ? [] : [paragraph(`Periodo: ${years.join(' a ')}.`)]),
    ...(aspects.length === 0 ? [] : [paragraph('Se examinaron estos aspectos:'), { kind: 'list' as const, ordered: true, items: aspects.map((row): Inline => [strong(textOf(row, 'nombre')), textOf(row, 'texto') === '' ? '' : `. ${textOf(row, 'texto')}`]) }]), ...note(answers),
  ];
}

function results({ examination: { answers }, parts, say }: Report): readonly Block[] {
  const findings = parts.filter(({ kind }) => kind === 'finding'), names = rowsOf(answers, 'aspectos').map((row) => textOf(row, 'nombre'));
  const of = (name: string | undefined) => findings.filter((one) => (name === undefined ? !names.includes(textOf(one.answers, 'aspecto')) : textOf(one.answers, 'aspecto') === name));
  const groups = [...names.map((name) => [name, of(name)] as const), ['Otros resultados', of(undefined)] as const].filter(([, those]) => those.length > 0);
  return [heading('Resultados'), ...groups.flatMap(([name, those]) => [heading(name, 2), ...those.flatMap((one) => findingBlocks(one, say))]), ...(findings.length === 0 ? [paragraph('No se anotó ningún hallazgo.')] : [])];
}

function findingBlocks({ code, answers }: Part, say: Report['say']): readonly Block[] {
  const rows = ([['Criterio', textOf(answers, 'criterio')], ['Causa', textOf(answers, 'causa')], ['Efecto', textOf(answers, 'efecto')], ['Riesgo', say('finding', answers, 'riesgo')]] as const).filter(([, value]) => value !== '');
  const evidences = rowsOf(answers, 'evidencias').map((row) => textOf(row, 'texto'));
  return [
    paragraph([strong(`${code} · ${say('finding', answers, 'tipo')}. `), textOf(answers, 'condicion')]), ...(rows.length === 0 ? [] : [{ kind: 'facts' as const, rows }]),
    ...(evidences.length === 0 ? [] : [paragraph('Evidencias:'), { kind: 'list' as const, items: evidences }]), ...note(answers),
  ];
}

// What was asked for and not delivered limits what could be examined, and is said in the report.
function limitations({ parts, say }: Report): readonly Block[] {
  const limiting = parts.filter(({ kind, answers }) => kind === 'request' && (answers.resultado === 'no_entregada' || answers.resultado === 'parcial'));
  if (limiting.length === 0) return [];
  return [heading('Limitaciones al alcance'), { kind: 'list', items: limiting.map(({ code, answers }): Inline => [strong(`${code} · ${textOf(answers, 'documento')}`), `. ¿Se entregó? ${say('request', answers, 'resultado')}. ${textOf(answers, 'efecto')}`]) }, ...limiting.flatMap(({ answers }) => note(answers))];
}

function recommendations({ parts }: Report): readonly Block[] {
  const all = parts.filter(({ kind }) => kind === 'recommendation'), below = (parent: Part['parentId'], depth: number): readonly Inline[] => all.filter(({ parentId }) => parentId === parent).flatMap((one) => [itemOf(one), ...(depth < depthMax ? below(one.id, depth + 1) : [])]);
  if (all.length === 0) return [heading('Recomendaciones'), paragraph('No se hizo ninguna recomendación.')];
  return [heading('Recomendaciones'), paragraph('Por lo señalado se recomienda:'), { kind: 'list', items: below(null, 0) }, ...all.flatMap(({ answers }) => note(answers))];
}

// Parents come before their children, and no report nests deeper.
const depthMax = 10;

function itemOf(part: Part): Inline {
  const found = findingsOf(part), norm = textOf(part.answers, 'norma'), more = [...(found.length > 0 ? [`responde a ${found.join(', ')}`] : []), ...(norm === '' ? [] : [`norma: ${norm}`])];
  return [strong(`${part.code}. `), textOf(part.answers, 'texto'), ...(more.length === 0 ? [] : [{ text: ` (${more.join('; ')})`, emphasis: true }])];
}

const criteria = (answers: Answers): readonly Block[] => (rowsOf(answers, 'criterios').length === 0 ? [] : [heading('Criterios'), { kind: 'list', items: rowsOf(answers, 'criterios').map(criterion) }]);

function criterion(row: Answers): Inline {
  const article = textOf(row, 'articulo'), demands = textOf(row, 'texto');
  return [strong(textOf(row, 'norma')), `${article && `, artículo ${article}`}${demands && `: ${demands}`}`];
}
