import { isRefusal } from '#kernel/errors/index.ts';

/** Something that the person can mend on the page they are on. */
export type Fault = { readonly fault: string; readonly status: number };

const mendable = ['too_many_attempts', 'password_weak', 'passwords_differ', 'password_wrong', 'username_taken', 'username_wrong'];

/** Does the work; a refusal that can be mended on the same page is given back to be shown there, everything else goes on up. */
export async function orFault<Result>(work: () => Promise<Result>): Promise<Result | Fault> {
  try {
    return await work();
  } catch (caught) {
    if (isRefusal(caught) && mendable.some((name) => caught.code === `identity.${name}`)) return { fault: caught.message.replace(/\.$/, ''), status: caught.status };
    throw caught;
  }
}

/** Whether the work ended in a fault. */
export const isFault = (outcome: unknown): outcome is Fault => typeof outcome === 'object' && outcome !== null && 'fault' in outcome;
