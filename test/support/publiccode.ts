import { Type } from 'typebox';

// Vocabularies of the standard, as far as this project could be described by them.
const categories = [
  'appointment-scheduling', 'billing-and-invoicing', 'business-process-management', 'compliance-management', 'customer-service-and-support', 'data-collection', 'digital-citizenship',
  'document-management', 'e-signature', 'identity-management', 'online-booking', 'payment-gateway', 'service-desk', 'task-management', 'whistleblowing', 'workflow-management',
] as const;
const scopes = ['local-authorities', 'society', 'justice', 'healthcare', 'transportation', 'finance-and-economic-development'] as const;

const oneOf = (words: readonly string[]) => Type.Union(words.map((word) => Type.Literal(word)));
const text = (minLength = 1, maxLength = 1_000) => Type.String({ minLength, maxLength });
const date = Type.String({ pattern: String.raw`^\d{4}-\d{2}-\d{2}$` });
const tags = Type.Array(Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]+)*$' }), { minItems: 1 });
const closed = { additionalProperties: false } as const;

const description = Type.Object({
  localisedName: Type.Optional(text()), genericName: Type.Optional(text(1, 35)), shortDescription: text(1, 150), longDescription: text(150, 10_000), features: Type.Array(text(), { minItems: 1 }),
  screenshots: Type.Optional(Type.Array(Type.String({ pattern: String.raw`\.(png|jpg)$` }))), documentation: Type.Optional(text()), apiDocumentation: Type.Optional(text()),
}, closed);

const contacts = Type.Array(Type.Object({ name: text(), email: Type.Optional(text()), phone: Type.Optional(text()), affiliation: Type.Optional(text()) }, closed), { minItems: 1 });
const maintenance = Type.Union([
  Type.Object({ type: oneOf(['internal', 'community']), contacts }, closed),
  Type.Object({ type: Type.Literal('contract'), contractors: Type.Array(Type.Object({ name: text(), until: date }), { minItems: 1 }) }, closed),
  Type.Object({ type: Type.Literal('none') }, closed),
]);

const dependencies = Type.Array(Type.Object({ name: text(), versionMin: Type.Optional(text()), versionMax: Type.Optional(text()), version: Type.Optional(text()), optional: Type.Optional(Type.Boolean()) }, closed));

/** What publiccode.yml must look like: publiccode.yml 0.4, docs/standard/schema.core, its mandatory keys and those that we use. */
export const publiccodeShape = Type.Object({
  publiccodeYmlVersion: Type.Literal('0.4'), name: text(), url: Type.String({ pattern: '^https://[^ ]+$' }), softwareVersion: text(), releaseDate: Type.Optional(date),
  platforms: Type.Array(oneOf(['web', 'windows', 'mac', 'linux', 'ios', 'android']), { minItems: 1 }), categories: Type.Array(oneOf(categories), { minItems: 1 }),
  developmentStatus: oneOf(['concept', 'development', 'beta', 'stable', 'obsolete']),
  softwareType: oneOf(['standalone/mobile', 'standalone/iot', 'standalone/desktop', 'standalone/web', 'standalone/backend', 'standalone/other', 'addon', 'library', 'configurationFiles']),
  intendedAudience: Type.Optional(Type.Object({ countries: Type.Array(Type.String({ pattern: '^[a-z]{2}$' })), scope: Type.Array(oneOf(scopes)) }, closed)),
  description: Type.Record(Type.String({ pattern: '^[a-z]{2,3}$' }), description, { minProperties: 1 }),
  legal: Type.Object({ license: text(), mainCopyrightOwner: Type.Optional(text()), repoOwner: Type.Optional(text()) }, closed),
  maintenance, localisation: Type.Object({ localisationReady: Type.Boolean(), availableLanguages: tags }, closed),
  dependsOn: Type.Optional(Type.Object({ open: Type.Optional(dependencies), proprietary: Type.Optional(dependencies), hardware: Type.Optional(dependencies) }, closed)),
}, closed);
