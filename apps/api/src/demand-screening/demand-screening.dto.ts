import { opinions, demandScreeningTransitions, type Opinion } from '#domain/demand-screening/demand-screening.js';
import { statesOf } from '#domain/shared/state-machine.js';
import { ChoiceField, DateField, IdField, PatternField, TextField } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

export class RequestScreeningDto {
  @TextField({ title: '说明', max: 1000, optional: true, example: '农户急需在春季产羔前用上' }) note?: string | null;
}

export class AssignExpertDto {
  @IdField({ title: '专家或工作人员的人员编号' }) personId!: string;
}

export class ScreeningOpinionDto {
  @ChoiceField({
    title: '意见：publish 建议发布，return 退回修改，reject 不予发布',
    values: opinions,
    example: 'publish',
  })
  opinion!: Opinion;
  @TextField({
    title: '理由（退回和不予发布时必填）',
    max: 1000,
    optional: true,
    example: '现状数据清楚，问题真实，省内有相近成果',
  })
  reason?: string | null;
}

export class ScreeningListQuery extends PageQuery {
  @ChoiceField({ title: '状态', values: statesOf(demandScreeningTransitions), optional: true, example: 'requested' })
  state?: string;
}

export class FunnelQuery {
  @DateField({ title: '自（含）', example: '2026-01-01' }) from!: string;
  @DateField({ title: '至（含）', example: '2026-12-31' }) to!: string;
  @PatternField({ title: '县区代码', pattern: /^\d{6}$/, shape: '六位行政区划代码', optional: true, example: '621022' })
  countyCode?: string;
}
