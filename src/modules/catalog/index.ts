/** The catalogue of procedures: what each one is, whom it is for, what it asks, costs and takes. The only door of the module. */
export type {
  Channel, ChannelKind, Confidence, DesignDecision, EntityCard, Hours, LegalBasis, Output, PaymentWay, Place, Procedure, ProcedureId,
  PublishedDuration, Requirement, Retention, Silence, Source, Weekday,
} from './domain/types.ts';
export type { CategoryAmount, Fee, FeeCurrency } from './domain/fee.ts';
export { tariffOn } from './domain/fee.ts';
export { sayDuration } from './domain/say.ts';
export type { Term } from './domain/term.ts';
export type { ProcedureFiles, ProcedureFolder, ProcedureVersion, PublishedProcedure } from './domain/package.ts';
export { parseProcedure } from './parse/procedure.ts';
export { checkWords, parseVocabulary } from './parse/vocabulary.ts';
export type { Vocabulary, VocabularyEntry } from './domain/vocabulary.ts';
export { readProcedureFolder, readProcedureFolders } from './actions/read-folder.ts';
export { procedureOfGobbo } from './imports/gobbo.ts';
export { packProcedure, unpackProcedure } from './packages/package.ts';
export { slugOf } from './imports/words.ts';
export { fold } from './domain/search/words.ts';
export { loadCatalog } from './actions/load.ts';
export type { Loaded } from './actions/load.ts';
export { publishProcedure } from './actions/publish.ts';
export { findProcedure, getProcedureVersion, listEntities, listPublished, readVocabulary } from './store/procedures.ts';
export { searchProcedures } from './actions/search.ts';
export type { CatalogQuery, FacetCount, FacetName, Facets, Filters, SearchHit, SearchResult } from './domain/search/types.ts';
export { catalogModule } from './module.ts';
export type { CatalogDeps } from './module.ts';
