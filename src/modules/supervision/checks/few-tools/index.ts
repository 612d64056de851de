import { check, type Evidence } from '../contract.ts';
import { countOf } from '../words.ts';

/** A published procedure and which tools of electronic government it uses. */
export type ToolsRow = { readonly identity: boolean; readonly payment: boolean; readonly appointment: boolean; readonly certificate: boolean; readonly interoperability: boolean };

const tools = [['identity', 'Identidad digital'], ['payment', 'Pago en línea'], ['appointment', 'Cita en línea'], ['certificate', 'Certificado electrónico'], ['interoperability', 'Interoperabilidad']] as const satisfies readonly (readonly [keyof ToolsRow, string])[];

/** Below this share of the procedures a tool counts as used by few. */
const fewPercent = 50;

/** Tools that less than half of the procedures use. An entity without published procedures has no base, and nothing is said of it. */
export const findFewTools = (rows: readonly ToolsRow[]): readonly Evidence[] => (rows.length === 0 ? [] : tools.flatMap(([key, name]) => {
  const using = rows.filter((row) => row[key]).length, percent = (100 * using) / rows.length;
  return percent >= fewPercent ? [] : [{ subject: `tool:${key}`, href: '/tramites', says: `${name}: la ${using === 1 ? 'usa' : 'usan'} ${using} de ${countOf(rows.length, 'trámite publicado', 'trámites publicados')} (${Math.round(percent)} %).` }];
}));

export const fewTools = check<ToolsRow>({
  key: 'pocas-herramientas', name: 'Herramientas de gobierno electrónico en pocos trámites', severity: 'low', aspect: 4,
  rule: 'Los trámites integran las herramientas de gobierno electrónico: identidad digital, pago y cita en línea, certificado electrónico e interoperabilidad. Se señala la que usa menos de la mitad de los trámites.',
  norm: 'Decreto Supremo N.º 3525, de 4 de abril de 2018 (artículo por confirmar); la mitad es el criterio de esta comprobación', mend: 'Vea en la priorización qué trámites conviene poner en línea primero, y con qué herramientas.',
}, {
  sql: `select t.runs_here as identity, t.charges as payment, t.books as appointment, t.certifies as certificate,
      exists (select 1 from planning.v_system s where s.entity_id = e.id and s.interoperates and t.procedure_id = any(s.procedures)) as interoperability
    from catalog.v_tools t join identity.v_entity e on e.key = t.entity_key where e.id = $1`,
  find: findFewTools,
});
