import type { Operand } from './contract.ts';
import { took } from './dias-hasta-resolver/index.ts';
import { active } from './entidades-con-actividad/index.ts';
import { planning } from './entidades-con-plan-vigente/index.ts';
import { obliged } from './entidades-obligadas/index.ts';
import { publishing } from './entidades-que-publican/index.ts';
import { supportingDigitally } from './procesos-adjetivos-digitales/index.ts';
import { supporting } from './procesos-adjetivos/index.ts';
import { systems } from './sistemas-con-tramites/index.ts';
import { exchanging } from './sistemas-que-intercambian/index.ts';
import { withTerm } from './solicitudes-con-plazo/index.ts';
import { finished } from './solicitudes-concluidas/index.ts';
import { inTerm } from './solicitudes-en-plazo/index.ts';
import { received } from './solicitudes-recibidas/index.ts';
import { certifying } from './tramites-con-certificado/index.ts';
import { identified } from './tramites-con-identidad-digital/index.ts';
import { charging } from './tramites-con-pago/index.ts';
import { online } from './tramites-en-linea/index.ts';
import { inventoriedAndPublished } from './tramites-inventariados-publicados/index.ts';
import { inventoried } from './tramites-inventariados/index.ts';
import { published } from './tramites-publicados/index.ts';

/** Everything that expressions may count. */
export const operands: readonly Operand[] = [
  obliged, publishing, active, planning, published, online, identified, charging, certifying, inventoried, inventoriedAndPublished, supporting, supportingDigitally,
  systems, exchanging, received, finished, withTerm, inTerm, took,
];

/** Operands by name. */
export const operandsByName: ReadonlyMap<string, Operand> = new Map(operands.map((operand) => [operand.name, operand]));
