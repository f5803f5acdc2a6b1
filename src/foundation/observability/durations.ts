const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const NAME = 'http_request_duration_seconds';

interface Series {
  labels: string;
  buckets: number[];
  count: number;
  sum: number;
}

/**
 * The histogram of how long requests took, in Prometheus' text form. Kept by hand, so that a request costs a few
 * additions and prom-client (10 MB) is loaded only where somebody asks for metrics.
 */
export class Durations {
  private readonly series = new Map<string, Series>();

  /** `route` is the pattern, never the path: labels must be few, and a path holds ids. */
  observe(method: string, route: string, status: number, seconds: number): void {
    const series = this.of(`method="${method}",route="${escapeLabel(route)}",status="${status}"`);
    const bucket = BOUNDS.findIndex((bound) => seconds <= bound);
    if (bucket !== -1) series.buckets[bucket]! += 1;
    series.count += 1;
    series.sum += seconds;
  }

  render(): string {
    const lines = [`# HELP ${NAME} Time to answer, by route.`, `# TYPE ${NAME} histogram`];
    for (const { labels, buckets, count, sum } of this.series.values()) {
      let below = 0;
      for (const [i, bound] of BOUNDS.entries()) {
        below += buckets[i]!;
        lines.push(`${NAME}_bucket{${labels},le="${bound}"} ${below}`);
      }
      lines.push(`${NAME}_bucket{${labels},le="+Inf"} ${count}`);
      lines.push(`${NAME}_sum{${labels}} ${sum}`, `${NAME}_count{${labels}} ${count}`);
    }
    return `${lines.join('\n')}\n`;
  }

  private of(labels: string): Series {
    let series = this.series.get(labels);
    if (!series) {
      series = { labels, buckets: BOUNDS.map(() => 0), count: 0, sum: 0 };
      this.series.set(labels, series);
    }
    return series;
  }
}

function escapeLabel(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
