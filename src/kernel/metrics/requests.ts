import type { Metric } from './text.ts';

/** Counts what was answered. Labels are patterns of routes and never addresses, which would be endless and personal. */
export type RequestMetrics = {
  /** `route` is the pattern, `undefined` where no route answered. */
  readonly observe: (method: string, route: string | undefined, status: number, seconds: number) => void;
  readonly read: () => readonly Metric[];
};

const limitsSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

type Count = { readonly method: string; readonly route: string; readonly byClass: Map<string, number>; readonly buckets: number[]; seconds: number; total: number };

// A stranger may ask with any method; those that no route has are counted together.
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE']);

/** Starts counting, in this process. */
export function createRequestMetrics(): RequestMetrics {
  const counts = new Map<string, Count>();
  const countOf = (method: string, route: string): Count => {
    const key = `${method} ${route}`;
    const found = counts.get(key) ?? { method, route, byClass: new Map(), buckets: limitsSeconds.map(() => 0), seconds: 0, total: 0 };
    counts.set(key, found);
    return found;
  };
  return {
    observe: (method, route, status, seconds) => add(countOf(methods.has(method) ? method : 'otro', route ?? 'ninguna'), `${Math.floor(status / 100)}xx`, seconds),
    read: () => metricsOf([...counts.values()]),
  };
}

function add(count: Count, statusClass: string, seconds: number): void {
  count.byClass.set(statusClass, (count.byClass.get(statusClass) ?? 0) + 1);
  const at = limitsSeconds.findIndex((limit) => seconds <= limit);
  if (at >= 0) count.buckets[at] = (count.buckets[at] ?? 0) + 1;
  count.seconds += seconds;
  count.total += 1;
}

const metricsOf = (counts: readonly Count[]): readonly Metric[] => [
  {
    name: 'ventanilla_http_requests_total', help: 'Peticiones atendidas, por ruta y clase de respuesta.', type: 'counter',
    rows: counts.flatMap(({ method, route, byClass }) => [...byClass].map(([status, value]) => ({ labels: { method, route, status }, value }))),
  },
  { name: 'ventanilla_http_request_seconds', help: 'Segundos hasta responder, por ruta.', type: 'histogram', rows: counts.flatMap(histogramOf) },
];

function histogramOf({ method, route, buckets, seconds, total }: Count): Metric['rows'] {
  const labels = { method, route };
  let upTo = 0;
  const steps = limitsSeconds.map((limit, at) => ({ labels: { ...labels, le: String(limit) }, value: (upTo += buckets[at] ?? 0), suffix: '_bucket' as const }));
  return [...steps, { labels: { ...labels, le: '+Inf' }, value: total, suffix: '_bucket' }, { labels, value: seconds, suffix: '_sum' }, { labels, value: total, suffix: '_count' }];
}
