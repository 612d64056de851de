import type { YamlValue } from '#kernel/yaml/index.ts';
import type { Procedure } from '../domain/types.ts';

type Check = (procedure: Procedure, root: YamlValue) => void;

/** What must hold between the parts of a file whose values are all well formed. */
export function checkProcedure(procedure: Procedure, root: YamlValue): void {
  for (const check of checks) check(procedure, root);
}

const at = (root: YamlValue, name: string): YamlValue => root.members().get(name) ?? root;

const checks: readonly Check[] = [
  function slugIsInId({ id, slug, entity }, root) {
    if (id === `${entity.key}/${slug}`) return;
    at(root, 'id').fault('id_mismatch', `«id» dice «${id}», pero la entidad y el trámite son «${entity.key}/${slug}».`, 'Haga coincidir «id» con «entity.key» y «slug».');
  },
  function freeHasNoFees({ free, fees }, root) {
    if (free === true && fees.length > 0) at(root, 'free').fault('free_with_fees', 'Dice que es gratuito y tiene aranceles.', 'Escriba «free: false», o quite «fees».');
    if (free === false && fees.length === 0) at(root, 'free').fault('fee_missing', 'Dice que tiene costo y no hay ningún arancel.', 'Agregue «fees» (con «amount: por confirmar» si no se sabe), o escriba «free: unknown».', 'warning');
  },
  function requirementIdsDiffer({ requirements }, root) {
    for (const id of repeated(requirements.map((one) => one.id))) {
      at(root, 'requirements').fault('repeated_id', `Dos requisitos tienen el mismo «id»: «${id}».`, 'Ponga a cada uno su propio «id».');
    }
  },
  function tariffsDontOverlap({ fees }, root) {
    for (const same of repeated(fees.map((one) => `${one.id} ${one.validFrom ?? ''}`))) {
      at(root, 'fees').fault('repeated_id', `Dos aranceles tienen el mismo «id» y la misma fecha de inicio: «${same.trim()}».`, 'Cambie «id», o la fecha «validFrom» del más nuevo.');
    }
  },
  function silenceHasNorm({ silence, terms }, root) {
    const mend = 'Escriba la norma y el artículo; sin ellos nada se aprueba por silencio.';
    if (silence.effect === 'positive' && silence.basis === undefined) at(root, 'silence').fault('silence_without_norm', 'Dice que el silencio aprueba y no dice con qué norma.', mend);
    for (const term of Object.values(terms)) {
      const unnamed = term.silence === 'positive' && term.norm === undefined;
      if (unnamed) at(root, 'terms').fault('silence_without_norm', `El plazo «${term.name}» aprueba por silencio y no dice con qué norma.`, mend);
    }
  },
  function hoursAreInOrder({ hours }, root) {
    for (const { opens, closes } of hours) {
      if (closes <= opens) at(root, 'hours').fault('bad_hours', `El horario termina (${closes}) antes de empezar (${opens}).`, 'Revise «opens» y «closes».');
    }
  },
  // Defects often seen in published records: the validity of the document is given as the time the procedure takes.
  function durationIsNotValidity({ duration }, root) {
    if (duration === undefined || duration.note !== undefined) return;
    if (duration.unit === 'years') at(root, 'duration').fault('doubtful_duration', `Una duración de ${duration.amount} año(s) suele ser la vigencia del documento.`, 'Confirme; si es la vigencia, póngala en «output.validity». Si es la duración, explíquelo en «note».', 'warning');
  },
];

const repeated = (names: readonly string[]): readonly string[] => [...new Set(names.filter((name, i) => names.indexOf(name) !== i))];
