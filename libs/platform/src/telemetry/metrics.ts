import { collectDefaultMetrics, Registry } from 'prom-client';

/** The figures of one process, in the Prometheus text format. One registry a process, so tests may start several. */
export class Metrics {
  readonly registry = new Registry();

  constructor(processName: string) {
    this.registry.setDefaultLabels({ process: processName });
    collectDefaultMetrics({ register: this.registry });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  render(): Promise<string> {
    return this.registry.metrics();
  }
}
