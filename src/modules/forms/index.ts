/** Forms: the only door. Reads form.yaml, shows its pages, understands what was posted, and says what has to be put right. */
export { parseForm } from './parse/form.ts';
export { startAnswers } from './domain/prefill.ts';
export { nextPage, previousPage, visiblePages } from './domain/pages.ts';
export { correctionPages } from './domain/openness.ts';
export { readPage, unposted } from './domain/read-page.ts';
export type { PageReading, PostedState, ReadOptions } from './domain/read-page.ts';
export { recommendedMissing, settleAnswers, validateAnswers } from './domain/validate.ts';
export { formVariables } from './domain/form-variables.ts';
export { fieldIds } from './domain/fields.ts';
export { parseNumber } from './domain/number-rules.ts';
export { uploadRules } from './domain/uploads.ts';
export { fileAnswers } from './domain/files.ts';
export { summarise } from './domain/summarise.ts';
export type { SummaryAnswer, SummarySection } from './domain/summarise.ts';
export { toJsonSchema, validateJson } from './domain/json.ts';
export { changedFields } from './domain/changes.ts';
export type { FieldChange } from './domain/changes.ts';
export { estimatedMinutes } from './domain/duration.ts';
export { needsMultipart, renderFields, renderPage } from './pages/render-page.ts';
export type { RenderOptions } from './pages/render-page.ts';
export { renderSummary } from './pages/render-summary.ts';
export type { SummaryOptions } from './pages/render-summary.ts';
export { fieldTypeReference } from './domain/reference.ts';
export type {
  Answers, AnswerValue, Correction, Entered, Field, FieldError, FileAnswer, Form, FormContext, FormPage, JsonSchema, Received, UploadRules,
} from './domain/types.ts';
