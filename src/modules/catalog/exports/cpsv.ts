import { latestFees, sayDuration, sayFee, sayHours, saySource } from '../domain/say.ts';
import type { Fee } from '../domain/fee.ts';
import type { PublishedProcedure } from '../domain/package.ts';
import type { DurationUnit, Procedure, Requirement } from '../domain/types.ts';
import { nameOf, type Vocabulary } from '../domain/vocabulary.ts';
import { double, iri, plainText, spanish, typed, type RdfNode, type RdfValue } from './rdf.ts';

type Properties = readonly (readonly [string, RdfValue])[];
type Describing = { readonly procedure: Procedure; readonly page: string; readonly site: string; readonly vocabulary: Vocabulary };

/** A procedure as CPSV-AP 3.2 describes a public service, with every node it refers to. `site` is the address of the installation, without a slash at the end. */
export function serviceNodes({ procedure, runsHere }: PublishedProcedure, site: string, vocabulary: Vocabulary): readonly RdfNode[] {
  const about: Describing = { procedure, page: `${site}/tramites/${procedure.slug}`, site, vocabulary };
  const parts = [channelNodes(about, runsHere), requirementNodes(about), costNodes(about), outputNodes(about), lawNodes(about), contactNodes(about), eventNodes(about)];
  const concepts = conceptNodes(about);
  const service: RdfNode = { iri: about.page, types: ['cpsv:PublicService'], properties: [...serviceProperties(about), ...parts.flatMap((part) => part.links), ...concepts.links] };
  return [service, authorityNode(about), ...bolivia, ...parts.flatMap((part) => part.nodes), ...concepts.nodes];
}

/** The catalogue itself, of which every service is a part. */
export const catalogueNodes = (site: string, publisher: string): readonly RdfNode[] => [
  { iri: `${site}/catalogo`, types: ['dcat:Dataset'], properties: [
    ['dct:title', spanish('Catálogo de trámites')], ['dct:description', spanish('Trámites publicados, con la fuente y la fecha de cada dato.')], ['dct:publisher', iri(`${site}/`)], ['dcat:landingPage', iri(`${site}/tramites`)],
  ] },
  { iri: `${site}/`, types: ['foaf:Agent'], properties: [['dct:identifier', plainText(site)], ['dct:title', spanish(publisher)]] },
  { iri: `${site}/tramites`, types: ['foaf:Document'], properties: [] },
];

type Part = { readonly nodes: readonly RdfNode[]; readonly links: Properties };

const country = 'http://publications.europa.eu/resource/authority/country/BOL';
const bolivia: readonly RdfNode[] = [
  { iri: country, types: ['dct:Location'], properties: [['skos:prefLabel', spanish('Bolivia')]] },
  { iri: 'http://publications.europa.eu/resource/authority/language/SPA', types: ['dct:LinguisticSystem'], properties: [] },
];

function serviceProperties({ procedure, site }: Describing): Properties {
  const { duration } = procedure;
  return [
    ['dct:identifier', plainText(procedure.id)], ['dct:title', spanish(procedure.name)], ['dct:description', spanish(`${procedure.summary} ${saySource(procedure.source)}`)],
    ['cv:hasCompetentAuthority', iri(`${site}/entidades/${procedure.entity.key}`)], ['dct:isPartOf', iri(`${site}/catalogo`)], ['dct:spatial', iri(country)],
    ['dct:language', iri('http://publications.europa.eu/resource/authority/language/SPA')], ...procedure.keywords.map((word) => ['dcat:keyword', spanish(word)] as const),
    ...(duration === undefined || isoDuration(duration) === undefined ? [] : [['cv:processingTime', typed(isoDuration(duration) ?? '', 'xsd:duration')] as const]),
  ];
}

// Business days have no place in an ISO duration: they are said in words, in the channel, and left out here.
const isoUnits: Readonly<Record<DurationUnit, readonly [string, string] | undefined>> = {
  minutes: ['PT', 'M'], hours: ['PT', 'H'], days: ['P', 'D'], calendar_days: ['P', 'D'], business_days: undefined, months: ['P', 'M'], years: ['P', 'Y'],
};

function isoDuration({ amount, unit }: NonNullable<Procedure['duration']>): string | undefined {
  const marks = isoUnits[unit];
  return marks === undefined || !Number.isInteger(amount) ? undefined : `${marks[0]}${amount}${marks[1]}`;
}

const authorityNode = ({ procedure: { entity }, site }: Describing): RdfNode => ({
  iri: `${site}/entidades/${entity.key}`, types: ['cv:PublicOrganisation'],
  properties: [['skos:prefLabel', spanish(entity.name)], ['dct:spatial', iri(country)], ['dct:identifier', plainText(entity.key)], ...(entity.acronym === undefined ? [] : [['skos:altLabel', spanish(entity.acronym)] as const])],
});

function channelNodes({ procedure, page, site }: Describing, runsHere: boolean): Part {
  const channels = runsHere && !procedure.channels.some((one) => one.kind === 'online') ? [...procedure.channels, { kind: 'online' as const }] : procedure.channels;
  const nodes = channels.map((channel, i): RdfNode => ({
    iri: `${page}#canal-${i + 1}`, types: ['cv:Channel'],
    properties: [
      ['dct:identifier', plainText(`${procedure.id}#canal-${i + 1}`)], ['dct:type', iri(`${site}/catalogo#canal-${channel.kind}`)],
      ...(procedure.duration === undefined ? [] : [['dct:description', spanish(`Tarda ${sayDuration(procedure.duration)}.`)] as const]),
      ...(channel.url === undefined ? [] : [['schema:url', iri(channel.url)] as const]),
    ],
  }));
  const kinds = channels.map((channel) => concept(`${site}/catalogo#canal-${channel.kind}`, channel.kind === 'online' ? 'En línea' : 'En persona'));
  return { nodes: [...nodes, ...kinds], links: nodes.map((node) => ['cv:hasChannel', iri(node.iri)]) };
}

function requirementNodes({ procedure, page, site }: Describing): Part {
  const nodes = procedure.requirements.flatMap((one): RdfNode[] => [requirementNode(one, procedure.id, page), {
    iri: `${page}#documento-${one.id}`, types: ['cv:EvidenceType'],
    properties: [['dct:identifier', plainText(`${procedure.id}#${one.id}`)], ['dct:title', spanish(one.name)], ['cv:evidenceTypeClassification', iri(`${site}/catalogo#documento`)]],
  }]);
  if (nodes.length === 0) return { nodes, links: [] };
  const links = procedure.requirements.flatMap((one): Properties => [['cv:holdsRequirement', iri(`${page}#requisito-${one.id}`)], ['cv:hasInputType', iri(`${page}#documento-${one.id}`)]]);
  return { nodes: [...nodes, concept(`${site}/catalogo#documento`, 'Documento o dato que se pide')], links };
}

const requirementNode = (one: Requirement, id: string, page: string): RdfNode => ({
  iri: `${page}#requisito-${one.id}`, types: ['cv:Requirement'],
  properties: [['dct:identifier', plainText(`${id}#${one.id}`)], ['dct:title', spanish(one.name)], ...(one.detail === undefined ? [] : [['dct:description', spanish(one.detail)] as const])],
});

function costNodes({ procedure, page, site }: Describing): Part {
  const costs = procedure.free === true ? [{ id: 'gratuito', said: 'Gratuito', amount: 0, currency: 'BOB' as const }] : latestFees(procedure.fees).map(costOf);
  const nodes = costs.map((cost): RdfNode => ({
    iri: `${page}#costo-${cost.id}`, types: ['cv:Cost'],
    properties: [['dct:identifier', plainText(`${procedure.id}#${cost.id}`)], ['dct:description', spanish(cost.said)], ...(cost.amount === undefined ? [] : [['cv:hasValue', double(cost.amount)] as const]), ['cv:currency', iri(currencyIri(cost.currency, site))]],
  }));
  const currencies = costs.map(({ currency }) => concept(currencyIri(currency, site), currency === 'BOB' ? 'Boliviano' : 'Unidad de Fomento de Vivienda'));
  return { nodes: [...nodes, ...currencies], links: nodes.map((node) => ['cv:hasCost', iri(node.iri)]) };
}

const costOf = (fee: Fee) => ({ id: fee.id, said: `${fee.concept}: ${sayFee(fee)}`, amount: 'amountMinor' in fee && fee.amountMinor !== undefined ? fee.amountMinor / 100 : undefined, currency: fee.currency });

const currencyIri = (currency: Fee['currency'], site: string): string =>
  currency === 'BOB' ? 'http://publications.europa.eu/resource/authority/currency/BOB' : `${site}/catalogo#moneda-ufv`;

function outputNodes({ procedure: { output, id, name }, page }: Describing): Part {
  if (output === undefined) return { nodes: [], links: [] };
  const title = output.name ?? `Resultado de «${name}»`;
  return { nodes: [{ iri: `${page}#resultado`, types: ['cv:Output'], properties: [['dct:identifier', plainText(`${id}#resultado`)], ['dct:title', spanish(title)]] }], links: [['cpsv:produces', iri(`${page}#resultado`)]] };
}

function lawNodes({ procedure, page }: Describing): Part {
  const nodes = procedure.legalBasis.map(({ norm, article }, i): RdfNode =>
    ({ iri: `${page}#norma-${i + 1}`, types: ['eli:LegalResource'], properties: [['dct:title', spanish(article === undefined ? norm : `${norm}, ${article}`)]] }));
  return { nodes, links: nodes.map((node) => ['cv:hasLegalResource', iri(node.iri)]) };
}

function contactNodes({ procedure: { entity, hours }, page }: Describing): Part {
  if (entity.phone === undefined && hours.length === 0) return { nodes: [], links: [] };
  const opening = hours.map((one, i): RdfNode => ({ iri: `${page}#horario-${i + 1}`, types: ['time:TemporalEntity'], properties: [['dct:description', spanish(sayHours(one))]] }));
  const contact: RdfNode = {
    iri: `${page}#contacto`, types: ['cv:ContactPoint'],
    properties: [...(entity.phone === undefined ? [] : [['cv:telephone', plainText(entity.phone)] as const]), ...opening.map((node) => ['cv:openingHours', iri(node.iri)] as const)],
  };
  return { nodes: [contact, ...opening], links: [['cv:contactPoint', iri(contact.iri)]] };
}

function eventNodes({ procedure, site, vocabulary }: Describing): Part {
  const nodes = procedure.lifeEvents.map((key): RdfNode =>
    ({ iri: `${site}/catalogo#evento-${key}`, types: ['cv:LifeEvent', 'cv:Event'], properties: [['dct:identifier', plainText(key)], ['dct:title', spanish(nameOf(vocabulary.lifeEvents, key))]] }));
  return { nodes, links: nodes.map((node) => ['cv:isGroupedBy', iri(node.iri)]) };
}

function conceptNodes({ procedure, site, vocabulary }: Describing): Part {
  const themes = procedure.categories.map((key) => concept(`${site}/catalogo#tema-${key}`, nameOf(vocabulary.categories, key)));
  const audiences = procedure.audience.map((key) => concept(`${site}/catalogo#publico-${key}`, nameOf(vocabulary.audiences, key)));
  return { nodes: [...themes, ...audiences], links: [...themes.map((node) => ['cv:thematicArea', iri(node.iri)] as const), ...audiences.map((node) => ['dct:audience', iri(node.iri)] as const)] };
}

const concept = (address: string, name: string): RdfNode => ({ iri: address, types: ['skos:Concept'], properties: [['skos:prefLabel', spanish(name)]] });
