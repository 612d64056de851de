import type { Answers } from '#modules/forms/index.ts';
import { parseLocalDate, type LocalDate } from '#kernel/clock.ts';
import type { Json } from '#kernel/json.ts';
import { numberIn, rowsIn, textIn } from '../inventory/declared.ts';

/** An activity of the plan of action; a day that is not said is absent. */
export type Activity = { readonly name: string; readonly responsible: string; readonly start?: LocalDate; readonly end?: LocalDate; readonly progress: number };

/** Something that is to be done on a day for somebody: a training, or something to be told. */
export type Doing = { readonly what: string; readonly audience: string; readonly channel: string; readonly responsible: string; readonly day?: LocalDate; readonly isDone: boolean };

/** What was decided, and why. */
export type Decision = { readonly day?: LocalDate; readonly kind: string; readonly decision: string; readonly reason: string };

/** An area of the budget, in centavos; absent where nobody has said. */
export type BudgetLine = { readonly area: string; readonly planned?: number; readonly spent?: number };

/** Who has a role; empty where nobody has it yet. */
export type RoleHeld = { readonly role: string; readonly holder: string };

const said = (value: Json | undefined): string => (typeof value === 'string' ? value.trim() : '');
const dayIn = <Name extends string>(name: Name, value: Json | undefined): Readonly<Partial<Record<Name, LocalDate>>> => {
  const day = parseLocalDate(said(value));
  // One name with its day, or nothing: `Partial` says what the compiler can't follow through a computed name.
  return (day === undefined ? {} : { [name]: day }) as Partial<Record<Name, LocalDate>>;
};

// The structure that the method proposes for an area of digitisation.
const proposedRoles = [
  ['rol_direccion', 'Dirección de digitalización'], ['rol_tecnologia', 'Subdirección de tecnología'], ['rol_comunicacion', 'Subdirección de comunicación'],
  ['rol_juridica', 'Subdirección jurídica'], ['rol_enlaces', 'Oficina de enlaces'],
] as const;

/** Who has which role: the five of the proposed structure, then the others. */
export const rolesIn = (answers: Answers): readonly RoleHeld[] => [
  ...proposedRoles.map(([field, role]) => ({ role, holder: textIn(answers, field) })), ...rowsIn(answers, 'otros_roles').map((row) => ({ role: said(row.rol), holder: said(row.persona) })),
];

/** The activities of the plan of action. */
export const activitiesIn = (answers: Answers): readonly Activity[] => rowsIn(answers, 'actividades').map((row) => ({
  name: said(row.actividad), responsible: said(row.responsable), ...dayIn('start', row.inicio), ...dayIn('end', row.fin), progress: typeof row.avance === 'number' ? row.avance : 0,
}));

/** The three areas of the budget: technology, staff and training. */
export const budgetIn = (answers: Answers): readonly BudgetLine[] => ([['Tecnología', 'tecnologia'], ['Personal', 'personal'], ['Capacitación', 'capacitacion']] as const).map(([area, id]) => {
  const planned = numberIn(answers, `${id}_previsto`), spent = numberIn(answers, `${id}_gastado`);
  return { area, ...(planned === undefined ? {} : { planned }), ...(spent === undefined ? {} : { spent }) };
});

const doing = (row: Readonly<Record<string, Json>>, what: string, channel: string): Doing =>
  ({ what, channel, audience: said(row.publico), responsible: said(row.responsable), ...dayIn('day', row.fecha), isDone: row.hecho === true });

/** The training that is planned. */
export const trainingIn = (answers: Answers): readonly Doing[] => rowsIn(answers, 'capacitaciones').map((row) => doing(row, said(row.tema), ''));

const channels: Readonly<Record<string, string>> = { sitio: 'Sitio web', redes: 'Redes sociales', correo: 'Correo electrónico o mensajes', oficina: 'Oficinas y ventanillas', medios: 'Radio, prensa o televisión', interno: 'Comunicación interna', otro: 'Otro canal' };

/** What is to be told, to whom and how. */
export const communicationIn = (answers: Answers): readonly Doing[] => rowsIn(answers, 'comunicaciones').map((row) => doing(row, said(row.mensaje), channels[said(row.canal)] ?? ''));

const kinds: Readonly<Record<string, string>> = { servicios: 'Servicios nuevos', pasos: 'Pasos que cambian', capacitacion: 'Capacitación', comunicacion: 'Comunicación', otra: 'Otra decisión' };

/** The decisions, as they were written down. */
export const decisionsIn = (answers: Answers): readonly Decision[] => rowsIn(answers, 'decisiones').map((row) => ({ ...dayIn('day', row.fecha), kind: kinds[said(row.clase)] ?? '', decision: said(row.decision), reason: said(row.motivo) }));
