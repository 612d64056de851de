/** The web server: route tables in, answers out. Handlers know `Context` and `Answer` and nothing of the library behind. */
export type { Answer, AnswerBody, ApiDescription, Context, Cookie, FormBody, Handler, PageContent, Part, Route } from './types.ts';
export { attachment, inline, json, page, route, seeOther, withHeaders } from './answers.ts';
export { buildServer } from './server.ts';
export type { Authenticated, FrameInput, ServerDeps } from './deps.ts';
export type { FormOwner, LateForm, LateForms } from './late-form.ts';
export { neighbourhood } from './neighbourhood.ts';
export { postedText } from './posted-text.ts';
export { revisionSeen } from './revision.ts';
export { openApi } from './openapi.ts';
