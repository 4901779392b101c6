import { ApiProperty } from '@nestjs/swagger';
import type { ComponentState, HealthReport } from '#application/health/health.service.js';

const states = ['ok', 'degraded', 'down'];

export class StateView {
  @ApiProperty({ description: '状态', enum: states }) state!: ComponentState;
}

export class ComponentView extends StateView {
  @ApiProperty({ description: '部分', enum: ['database', 'queue', 'search', 'outbox', 'audit'] }) name!: string;
  @ApiProperty({ description: '所用的引擎', type: 'string', nullable: true }) kind!: string | null;
  @ApiProperty({ description: '落后的秒数', type: 'number', nullable: true }) lagSeconds!: number | null;
}

export class HealthView extends StateView {
  @ApiProperty({ description: '各部分（verbose 时）', type: ComponentView, isArray: true, required: false })
  components?: ComponentView[];
}

export const stateView = (state: ComponentState): StateView => ({ state });

export const healthView = (report: HealthReport, verbose: boolean): HealthView => ({
  state: report.state,
  ...(verbose && { components: report.components.map((component) => ({ ...component })) }),
});
