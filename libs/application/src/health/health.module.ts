import { type DynamicModule, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Metrics } from '#platform/telemetry/metrics.js';
import { FiguresReader } from './figures.reader.js';
import { HealthService } from './health.service.js';
import { registerMarketMetrics } from './market-metrics.js';

@Module({})
export class HealthModule {
  /** `processName` labels the metrics: `api` or `worker`. */
  static register(processName: string): DynamicModule {
    return {
      module: HealthModule,
      providers: [
        FiguresReader,
        HealthService,
        {
          provide: Metrics,
          inject: [HealthService, DataSource],
          useFactory: (health: HealthService, dataSource: DataSource) => {
            const metrics = new Metrics(processName);
            registerMarketMetrics(metrics, health, dataSource);
            return metrics;
          },
        },
      ],
      exports: [HealthService, Metrics],
    };
  }
}
