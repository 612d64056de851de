import { ppe } from './ppe/index.ts';
import { ppeSettings, type PpeSettings } from './ppe/settings.ts';
import type { Provider } from './contract.ts';

/** What providers are made from: the environment, and the simulator that stands in where a demonstration has no real one. */
export type ProviderSources = { readonly environment: Readonly<Record<string, string | undefined>>; readonly simulator: PpeSettings | undefined; readonly clock: () => Date };

type Maker = (sources: ProviderSources) => Provider | undefined;

/** Every provider that can be configured, in the order in which they are preferred. To add one: its folder, and a line here. */
const makers: readonly Maker[] = [
  ({ environment, simulator, clock }) => {
    const settings = ppeSettings(environment) ?? simulator;
    return settings && ppe(settings, clock);
  },
];

/** The providers that are configured; the first one opens new orders, the others answer for the orders that they opened. */
export const configuredProviders = (sources: ProviderSources): readonly Provider[] =>
  makers.map((make) => make(sources)).filter((provider) => provider !== undefined);
