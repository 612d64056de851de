/** One value under its labels; `suffix` is for the parts of a histogram. */
export type MetricRow = { readonly labels?: Readonly<Record<string, string>>; readonly value: number; readonly suffix?: '_bucket' | '_sum' | '_count' };

/** A figure: its name with its unit, what it says, of which kind it is, and its values. */
export type Metric = { readonly name: string; readonly help: string; readonly type: 'counter' | 'gauge' | 'histogram'; readonly rows: readonly MetricRow[] };

/** The figures as text, version 0.0.4 of the exposition format. */
export const metricsText = (metrics: readonly Metric[]): string =>
  metrics.map(({ name, help, type, rows }) => [`# HELP ${name} ${escaped(help)}`, `# TYPE ${name} ${type}`, ...rows.map((row) => line(name, row))].join('\n')).join('\n').concat('\n');

function line(name: string, { labels = {}, value, suffix }: MetricRow): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text).replaceAll('"', '\\"')}"`);
  return `${name}${suffix ?? ''}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}`;
}

const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
