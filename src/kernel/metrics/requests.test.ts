import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRequestMetrics, metricsText } from './index.ts';

test('answers are counted by route and class, and their times fall into buckets that add up', () => {
  const requests = createRequestMetrics();
  for (const [status, seconds] of [[200, 0.003], [200, 0.02], [404, 0.02], [500, 60]] as const) requests.observe('GET', '/tramites/:slug', status, seconds);
  requests.observe('BREW', undefined, 404, 0);
  const lines = metricsText(requests.read()).split('\n'), labels = 'method="GET",route="/tramites/:slug"';
  for (const line of [
    `ventanilla_http_requests_total{${labels},status="2xx"} 2`, `ventanilla_http_requests_total{${labels},status="4xx"} 1`, 'ventanilla_http_requests_total{method="otro",route="ninguna",status="4xx"} 1',
    `ventanilla_http_request_seconds_bucket{${labels},le="0.005"} 1`, `ventanilla_http_request_seconds_bucket{${labels},le="0.025"} 3`, `ventanilla_http_request_seconds_bucket{${labels},le="10"} 3`,
    `ventanilla_http_request_seconds_bucket{${labels},le="+Inf"} 4`, `ventanilla_http_request_seconds_count{${labels}} 4`, '# TYPE ventanilla_http_request_seconds histogram',
  ]) assert.ok(lines.includes(line), line);
});

test('what is in a label can\'t end it', () => {
  const text = metricsText([{ name: 'a', help: 'una\nlínea', type: 'gauge', rows: [{ labels: { b: 'c"d\\e\nf' }, value: 1 }] }]);
  assert.equal(text, '# HELP a una\\nlínea\n# TYPE a gauge\na{b="c\\"d\\\\e\\nf"} 1\n');
});
