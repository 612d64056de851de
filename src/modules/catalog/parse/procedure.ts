import type { Checked } from '#kernel/faults.ts';
import { readYaml } from '#kernel/yaml/index.ts';
import { channelKinds, confidences, durationUnits, outputKinds, paymentWays, silences, weekdays, type Procedure, type Requirement } from '../domain/types.ts';
import { rollRules, suspensionPolicies, termSilences, termUnits, type Term } from '../domain/term.ts';
import { checkProcedure } from './check.ts';
import { checkReason, clockTime, decided, key } from './common.ts';
import { fee } from './fees.ts';
import { defaulted, integer, list, named, number, oneOf, optional, partialDate, pattern, refine, required, table, text, webAddress, yesNo, type Reader } from './shape.ts';

/**
 * Reads a `procedure.yaml`. Never throws for what is written in it: unknown keys (with the nearest known one), missing ones and wrong values
 * come back as faults with line and column; a value only when none is an error.
 */
export function parseProcedure(written: string, file: string): Checked<Procedure> {
  const { root, faults } = readYaml(written, file, 'procedure');
  const read = root && procedure(root);
  if (root && read) checkProcedure(read, root);
  return { value: faults.some((fault) => fault.severity === 'error') ? undefined : read, faults };
}

const procedureId = pattern(/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/, 'la entidad y el trámite, por ejemplo «aduana-nacional/copias-simples»');
const department = oneOf(['CH', 'LP', 'CB', 'OR', 'PT', 'TJ', 'SC', 'BE', 'PD']);
const phone = pattern(/^[+()\d][\d\s()/-]{3,30}$/, 'un número de teléfono entre comillas, por ejemplo "2-2184026"');

const entity = table({ key: required(key), name: required(text(200)), acronym: optional(text(20)), site: optional(webAddress), phone: optional(phone) });
const issuer = table({ key: required(key), name: required(text(200)), acronym: optional(text(20)) });
const channel = table({ kind: required(oneOf(channelKinds)), url: optional(webAddress), trackingUrl: optional(webAddress) });

const requirement: Reader<Requirement> = refine(table({
  id: required(key), name: required(text(300)), detail: optional(text()), issuedBy: optional(issuer), alternatives: defaulted(list(text(300)), []),
  audience: defaulted(list(key), []), optional: defaulted(yesNo, false), basis: optional(text(500)), ...decided,
}), reasoned);

const duration = table({ amount: required(number(0, 10_000)), unit: required(oneOf(durationUnits)), note: optional(text(1_000)) });

const termFields = table({
  title: required(text(200)), binds: defaulted(oneOf(['entity', 'applicant']), 'entity'), amount: required(integer(0, 10_000)), unit: required(oneOf(termUnits)),
  countsFrom: defaulted(pattern(/^[a-z][a-z_]*$/, 'un suceso como «submission», «admission», «notification» u «observation»'), 'submission'),
  roll: defaulted(oneOf(rollRules), 'next_business_day'), suspendedBy: optional(list(text(60))), onSuspension: defaulted(oneOf(suspensionPolicies), 'pause'),
  silence: defaulted(oneOf(termSilences), 'none'), norm: optional(text(500)), ...decided,
});
const term = (value: Parameters<typeof termFields>[0], name: string): Term | undefined => {
  const read = refine(termFields, reasoned)(value);
  return read && { name, ...read };
};

const place = table({
  name: required(text(300)), kind: optional(oneOf(['central', 'regional', 'branch'])), address: optional(text(500)), department: optional(department),
  latitude: optional(number(-90, 90)), longitude: optional(number(-180, 180)), phone: optional(phone),
});
const hours = table({ days: defaulted(list(oneOf(weekdays)), []), opens: required(clockTime), closes: required(clockTime), note: optional(text(500)) });
const legalBasis = table({ norm: required(text(500)), article: optional(text(200)), confidence: defaulted(oneOf(confidences), 'medium') });
const silence = refine(table({ effect: required(oneOf(silences)), basis: optional(text(500)), ...decided }), reasoned);
const retention = refine(table({ years: optional(integer(0, 200)), note: optional(text(500)), basis: optional(text(500)), ...decided }), reasoned);
const output = table({ name: optional(text(300)), kind: optional(oneOf(outputKinds)), validity: optional(text(300)) });
const source = table({
  name: required(text(500)), url: optional(webAddress), date: optional(partialDate), confidence: required(oneOf(confidences)),
  portalId: optional(integer(1, 10_000_000)), portalSlug: optional(key), notes: optional(text(1_000)),
});
const free: Reader<boolean | 'unknown'> = (value) => (value.isBoolean ? value.boolean() : value.oneOf(['unknown', 'true', 'false'] as const) === 'unknown' ? 'unknown' : undefined);

const procedure: Reader<Procedure> = table({
  id: required(procedureId), slug: required(key), name: required(text(300)), keywords: defaulted(list(text(100)), []), summary: required(text(1_000)),
  entity: required(entity), units: optional(named(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'la clave de v:unit: minúsculas sin acentos, cifras y guiones', text(80))), department: optional(department), audience: required(list(key)), categories: defaulted(list(key), []), lifeEvents: defaulted(list(key), []),
  channels: defaulted(list(channel), []), requirements: defaulted(list(requirement), []), free: required(free), fees: defaulted(list(fee), []),
  payment: defaulted(list(oneOf(paymentWays)), []), invoice: optional(text(300)), duration: optional(duration),
  terms: defaulted(named(/^[a-z][a-z0-9_]*$/, 'minúsculas y guiones bajos, por ejemplo «resolucion»', term), {}), steps: defaulted(list(text(1_000)), []),
  places: defaulted(list(place), []), hours: defaulted(list(hours), []), legalBasis: defaulted(list(legalBasis), []),
  silence: defaulted(silence, { effect: 'unknown' }), retention: optional(retention),
  languages: defaulted(list(pattern(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'un idioma como «es», «qu» o «ay»')), ['es']), output: optional(output), source: required(source),
  notes: defaulted(list(text(1_000)), []), decisions: defaulted(list(table({ about: required(text(200)), reason: required(text(1_000)) })), []), confidential: defaulted(yesNo, false),
});

function reasoned<Read extends { readonly decided?: true; readonly reason?: string }>(read: Read, value: Parameters<Reader<Read>>[0]): Read {
  checkReason(read, value);
  return read;
}
