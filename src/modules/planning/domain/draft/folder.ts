import { stringify } from 'yaml';
import type { ProcedureFolder } from '#modules/catalog/index.ts';
import type { LocalDate } from '#kernel/clock.ts';
import type { Entry } from '../inventory/entry.ts';
import { flowOf } from './flow.ts';
import { formOf } from './form.ts';
import { procedureOf, type DraftEntity } from './procedure.ts';
import { scenariosOf } from './scenarios.ts';

/**
 * The folder of a procedure that runs, made from its entry: what is declared becomes what is published, each requirement a file to upload, and between
 * submission and document stand a payment where it costs a fixed amount, a review that may ask for corrections, and a decision. It checks and rehearses as it
 * is; whoever knows the procedure draws it further. The id is the entry's own.
 */
export function draftFolder(entry: Pick<Entry, 'procedureId' | 'slug' | 'name' | 'answers'>, entity: DraftEntity, today: LocalDate): ProcedureFolder {
  const procedure = procedureOf(entry, entity, today), isCharged = procedure.fees?.some(({ amount }) => typeof amount === 'number') ?? false;
  const form = formOf(entry.name, procedure.requirements);
  return {
    path: entry.procedureId,
    files: {
      'procedure.yaml': yaml(procedure), 'form.yaml': yaml(form), 'flow.bpmn': flowOf(entry.slug, entry.name, isCharged), 'certificate.typ': certificateOf(entry.name),
      'scenarios.yaml': yaml(scenariosOf(form, isCharged, today)),
    },
  };
}

const yaml = (value: unknown): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });

const certificateOf = (name: string): string => `#import "/base.typ": certificate, row, given, answer

#show: certificate.with(
  title: ${typst(name)},
  lead: [Cumplidos los requisitos, se concede lo solicitado a],
  rows: (
    row("Detalle", given.results.revision.detalle, public: true),
  ),
)
`;

/** A text as Typst writes it. */
const typst = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
