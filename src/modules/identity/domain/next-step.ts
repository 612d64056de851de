/** What an officer still has to do before a session is opened. */
export type LoginStep = 'code' | 'new_password' | 'enrol' | 'done';

/** The step after the password was right: no officer gets in without a second factor, nor with a password that somebody else chose. */
export function nextStep(account: { readonly hasTotp: boolean; readonly mustChangePassword: boolean }, codePassed: boolean): LoginStep {
  if (account.hasTotp && !codePassed) return 'code';
  if (account.mustChangePassword) return 'new_password';
  return account.hasTotp ? 'done' : 'enrol';
}
