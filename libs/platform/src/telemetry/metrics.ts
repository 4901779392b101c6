import { collectDefaultMetrics, Registry } from 'prom-client';

/** The figures of one process, in the Prometheus text format. One registry a process, so tests may start several. */
export class Metrics {
  readonly registry = new Registry();
  private readonly refreshers: (() => Promise<void>)[] = [];

  constructor(processName: string) {
    this.registry.setDefaultLabels({ process: processName });
    collectDefaultMetrics({ register: this.registry });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** Runs before each rendering. A gauge's own `collect` would be too late: all gauges are read at the same time. */
  beforeRender(refresh: () => Promise<void>): void {
    this.refreshers.push(refresh);
  }

  async render(): Promise<string> {
    await Promise.all(this.refreshers.map((refresh) => refresh()));
    return this.registry.metrics();
  }
}
