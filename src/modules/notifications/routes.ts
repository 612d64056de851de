import { officerRoles, type Role } from '#kernel/access.ts';
import { invariant } from '#kernel/errors/index.ts';
import { page, route, type Answer, type Context, type Route } from '#kernel/http/index.ts';
import { parseId } from '#kernel/ids.ts';
import { refuse } from './errors.ts';
import { demoMailPage } from './pages/demo-mail.ts';
import { mailboxPage, noticePage } from './pages/mailbox.ts';
import { deliveriesOf, latestDeliveries } from './store/deliveries.ts';
import { listNotices, openNotice, unreadCount } from './store/notices.ts';

const pageSize = 25, demoLettersMax = 50;

const everybody: readonly Role[] = ['applicant', ...officerRoles];

/** What a demonstration shows besides. */
export type DemoMail = { readonly publicUrl: () => string; readonly isReal: boolean };

/** The mailbox of whoever has logged in; in a demonstration, the mails too. */
export const notificationRoutes = (demo: DemoMail | undefined): readonly Route[] => [
  //    method path          who        does
  route('GET', '/buzon',     everybody, showMailbox),
  route('GET', '/buzon/:id', everybody, showNotice),
  ...(demo ? [route('GET', '/demo/correo', ['public'], async ({ db }) => page(demoMailPage(await latestDeliveries(db, demoLettersMax), demo.publicUrl(), demo.isReal)))] : []),
];

async function showMailbox({ db, person, query }: Context): Promise<Answer> {
  invariant(person, 'only who has logged in reaches this route');
  const before = parseId<'notice'>(query['antes']);
  const [notices, unread] = await Promise.all([listNotices(db, person.id, pageSize + 1, before), unreadCount(db, person.id)]);
  const next = notices.length > pageSize ? `/buzon?antes=${notices[pageSize - 1]?.id ?? ''}` : undefined;
  return page(mailboxPage({ notices: notices.slice(0, pageSize), unread, next, isFirst: before === undefined }));
}

async function showNotice({ db, person, params, now }: Context): Promise<Answer> {
  invariant(person, 'only who has logged in reaches this route');
  const id = parseId<'notice'>(params['id']);
  const notice = (id && await openNotice(db, id, person.id, now)) ?? refuse('not_found');
  return page(noticePage(notice, await deliveriesOf(db, notice.id)));
}
