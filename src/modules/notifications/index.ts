/** What people are told, in their mailbox and beyond it: the only door of the module. */
export { notificationsModule } from './module.ts';
export type { NotificationsDeps } from './module.ts';
export { notify } from './actions/notify.ts';
export type { NotifyRequest } from './domain/request.ts';
export { knowsMessage, renderMessage } from './actions/render-message.ts';
export { parseMessages } from './parse/messages.ts';
export { standardKeys, standardNames } from './domain/template.ts';
export type { Messages } from './domain/template.ts';
export type { Rendered } from './domain/render.ts';
export { noticesOf, unreadCount } from './store/notices.ts';
export { failedLetters, retriedLetters } from './store/failed-letters.ts';
export type { FailedLetter } from './store/failed-letters.ts';
export { resendLetter } from './actions/resend-letter.ts';
export { mailWay } from './channels/email/settings.ts';
export type { MailWay } from './channels/email/settings.ts';
