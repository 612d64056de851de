/** Figures about this process, in the text format that Prometheus and its kin read. */
export { metricsText } from './text.ts';
export type { Metric, MetricRow } from './text.ts';
export { createRequestMetrics } from './requests.ts';
export type { RequestMetrics } from './requests.ts';
export { processMetrics } from './process.ts';
export { outboxMetrics } from './outbox.ts';
