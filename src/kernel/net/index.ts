/** Files of other sites: asked for so that nobody is led into our own net. */
export { checkedAddress, fetchPublic } from './fetch-public.ts';
export type { FetchLimits } from './fetch-public.ts';
