import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Metric } from './text.ts';

/** Figures about the process itself, under the names that dashboards for Node know. */
export function processMetrics(): () => readonly Metric[] {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  return () => {
    const metrics = [...memory(), ...time(), delayOf(delay)];
    delay.reset();
    return metrics;
  };
}

const gauge = (name: string, help: string, value: number): Metric => ({ name, help, type: 'gauge', rows: [{ value }] });

function memory(): readonly Metric[] {
  const { rss, heapUsed, external } = process.memoryUsage();
  return [
    gauge('process_resident_memory_bytes', 'Memoria del proceso.', rss), gauge('nodejs_heap_size_used_bytes', 'Memoria que ocupan los objetos.', heapUsed),
    gauge('nodejs_external_memory_bytes', 'Memoria fuera de los objetos, como archivos en tránsito.', external),
  ];
}

function time(): readonly Metric[] {
  const { user, system } = process.cpuUsage();
  return [
    { name: 'process_cpu_seconds_total', help: 'Segundos de procesador usados.', type: 'counter', rows: [{ value: (user + system) / 1e6 }] },
    gauge('process_start_time_seconds', 'Cuándo empezó el proceso, en segundos desde 1970.', Math.round(performance.timeOrigin / 1000)),
  ];
}

// Since the last reading; a histogram without samples gives NaN.
function delayOf(delay: ReturnType<typeof monitorEventLoopDelay>): Metric {
  const seconds = (nanos: number): number => (Number.isFinite(nanos) ? nanos / 1e9 : 0);
  return {
    name: 'nodejs_eventloop_delay_seconds', help: 'Cuánto espera una tarea lista para empezar, desde la lectura anterior.', type: 'gauge',
    rows: [{ labels: { quantile: '0.5' }, value: seconds(delay.percentile(50)) }, { labels: { quantile: '0.99' }, value: seconds(delay.percentile(99)) }, { labels: { quantile: '1' }, value: delay.count === 0 ? 0 : seconds(delay.max) }],
  };
}
