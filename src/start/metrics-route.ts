import { createHash, timingSafeEqual } from 'node:crypto';
import type { Database } from '#kernel/db/index.ts';
import { isRefusal, refusals } from '#kernel/errors/index.ts';
import { inline, route, withHeaders, type Context, type Route } from '#kernel/http/index.ts';
import { metricsText, outboxMetrics, processMetrics, type Metric, type RequestMetrics } from '#kernel/metrics/index.ts';

const refuse = refusals('site', {
  metrics_closed: [403, 'Las métricas solo se entregan a programas de esta misma máquina, o a quien presenta la clave de VENTANILLA_METRICS_TOKEN.'],
});

/** What `/metricas` is made from. `token`, where there is one, opens it from elsewhere as `Authorization: Bearer`. */
export type MetricsSources = { readonly db: Database; readonly requests: RequestMetrics; readonly version: string; readonly token: string | undefined };

/** `GET /metricas`: figures for monitoring. Without a database it still answers, and says so. */
export function metricsRoute(sources: MetricsSources): Route {
  const ofProcess = processMetrics();
  return route('GET', '/metricas', ['public'], async (ctx) => {
    if (!isLocal(ctx) && !hasToken(ctx, sources.token)) refuse('metrics_closed');
    const metrics = [about(sources), ...ofProcess(), ...connections(sources.db), ...await ofDatabase(sources.db), ...sources.requests.read()];
    return withHeaders(inline('text/plain; version=0.0.4; charset=utf-8', metricsText(metrics)), { 'cache-control': 'no-store' });
  });
}

const loopback = /^(127\.|::1$|::ffff:127\.)/;

// Behind a proxy on this machine everybody seems to call from here; the headers of one tell.
const isLocal = ({ ip, headers }: Context): boolean =>
  loopback.test(ip) && !['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'].some((name) => headers[name] !== undefined);

function hasToken({ headers }: Context, token: string | undefined): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return token !== undefined && token !== '' && timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`));
}

const about = ({ version }: MetricsSources): Metric => ({ name: 'ventanilla_info', help: 'Versión en marcha.', type: 'gauge', rows: [{ labels: { version }, value: 1 }] });

function connections(db: Database): readonly Metric[] {
  const { open, idle, waiting } = db.connections();
  return [{
    name: 'ventanilla_database_connections', help: 'Conexiones a la base de datos de este proceso, y quienes esperan una.', type: 'gauge',
    rows: [{ labels: { state: 'busy' }, value: open - idle }, { labels: { state: 'idle' }, value: idle }, { labels: { state: 'waited_for' }, value: waiting }],
  }];
}

async function ofDatabase(db: Database): Promise<readonly Metric[]> {
  const up = (value: 0 | 1): Metric => ({ name: 'ventanilla_database_up', help: 'Si la base de datos responde.', type: 'gauge', rows: [{ value }] });
  try {
    return [...await outboxMetrics(db), up(1)];
  } catch (caught) {
    if (!isRefusal(caught, 'base.unavailable')) throw caught;
    return [up(0)];
  }
}
