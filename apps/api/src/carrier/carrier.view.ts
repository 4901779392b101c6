import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { carrierConditions, checkConditions, type ConditionFinding } from '#domain/carrier/carrier.policy.js';
import {
  carrierReviewTransitions,
  isOverdue,
  reviewResults,
  type CarrierReview,
} from '#domain/carrier/carrier-review.js';
import {
  carrierKinds,
  carrierLevels,
  carrierTitleTransitions,
  type CarrierTitle,
} from '#domain/carrier/carrier-title.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type { CarrierCounts, CarrierPage } from '#application/carrier/carrier-count.service.js';

const day = (description: string) => ApiProperty({ description, type: 'string', format: 'date', nullable: true });
const text = (description: string) => ApiProperty({ description, type: 'string', nullable: true });
const uuid = (description: string) => ApiProperty({ description, format: 'uuid' });

/** What anybody may know of a title. */
export class PublicTitleView {
  @uuid('编号') id!: string;
  @uuid('运营单位编号') organizationId!: string;
  @ApiProperty({ description: '称号种类', enum: carrierKinds }) kind!: string;
  @ApiProperty({ description: '级别', enum: carrierLevels }) level!: string;
  @ApiProperty({ description: '状态', enum: statesOf(carrierTitleTransitions) }) state!: string;
  @ApiProperty({ description: '载体名称' }) name!: string;
  @ApiProperty({ description: '县区代码' }) countyCode!: string;
  @text('专业化方向；综合型为 null') professionalField!: string | null;
  @ApiProperty({ description: '由申请认定，或按上级文件登记', enum: ['application', 'record'] }) origin!: string;
  @text('认定文件号') document!: string | null;
  @day('认定日') recognizedOn!: string | null;
  @day('有效期至') validUntil!: string | null;
  @day('终止日') endedOn!: string | null;
}

export class ConditionFindingView {
  @ApiProperty({ description: '代码' }) code!: string;
  @ApiProperty({ description: '条件原文' }) wording!: string;
  @ApiProperty({ description: '出处' }) source!: string;
  @ApiProperty({ description: '效力：平台暂定，或上级规定供参考', enum: ['platform', 'reference'] }) standing!: string;
  @ApiProperty({ description: '符合、不符合、未填报', enum: ['met', 'notMet', 'notStated'] }) outcome!: string;
}

export class CarrierTitleView extends PublicTitleView {
  @ApiProperty({ description: '情况说明；仅申请单位与科技主管部门可见', type: 'string', nullable: true }) statement!:
    string | null;
  @text('审查意见') opinion!: string | null;
  @text('决定理由') decisionReason!: string | null;
  @ApiProperty({ description: '公示编号', type: 'string', format: 'uuid', nullable: true }) noticeId!: string | null;
  @ApiProperty({ description: '条件核对（供审查参考）', type: [ConditionFindingView] }) conditions!: ConditionFinding[];
  @ApiProperty({ description: '版本' }) version!: number;
}

export class CarrierView {
  @uuid('单位编号') id!: string;
  @ApiProperty({ description: '单位名称' }) name!: string;
  @ApiProperty({ description: '县区代码' }) countyCode!: string;
  @ApiProperty({ description: '称号，含已终止的', type: [PublicTitleView] }) titles!: PublicTitleView[];
}

export class CarrierConditionView {
  @ApiProperty({ description: '称号种类', enum: carrierKinds }) kind!: string;
  @ApiProperty({ description: '级别', type: [String], example: ['city'] }) levels!: readonly string[];
  @ApiProperty({ description: '条件原文' }) wording!: string;
  @ApiProperty({ description: '出处' }) source!: string;
  @ApiProperty({ description: '效力', enum: ['platform', 'reference'] }) standing!: string;
  @ApiProperty({ description: '施行日', format: 'date' }) effectiveFrom!: string;
}
export class CarrierConditionListView {
  @ApiProperty({ description: '条件', type: [CarrierConditionView] }) items!: CarrierConditionView[];
}

export class CarrierReviewView {
  @uuid('编号') id!: string;
  @uuid('称号编号') titleId!: string;
  @uuid('运营单位编号') organizationId!: string;
  @ApiProperty({ description: '考核年度', example: 2026 }) year!: number;
  @ApiProperty({ description: '状态', enum: statesOf(carrierReviewTransitions) }) state!: string;
  @ApiProperty({ description: '自评报告截止日', format: 'date' }) dueOn!: string;
  @ApiProperty({ description: '是否逾期' }) overdue!: boolean;
  @text('自评报告') report!: string | null;
  @ApiProperty({ description: '年度数据', type: 'object', additionalProperties: true, nullable: true }) figures!:
    object | null;
  @ApiProperty({ description: '初审意见', enum: reviewResults, nullable: true }) proposal!: string | null;
  @text('初审说明') opinion!: string | null;
  @text('考核结果理由') decisionReason!: string | null;
  @day('整改截止日') rectifyUntil!: string | null;
  @ApiProperty({ description: '版本' }) version!: number;
}

export class CountedRowView {
  @uuid('计入的单位') organizationId!: string;
  @ApiProperty({ description: '计入所依据的称号或在孵记录', type: [String], format: 'uuid' })
  rowIds!: readonly string[];
}
export class CarrierReadingView {
  @ApiProperty({ description: '代码' }) code!: string;
  @ApiProperty({ description: '读法' }) wording!: string;
  @ApiProperty({ description: '原文出处' }) source!: string;
  @ApiProperty({ description: '数量' }) value!: number;
  @ApiProperty({
    description: '进度（万分比）：（现值－基数）÷（目标－基数）；无距离时为 null',
    type: 'integer',
    nullable: true,
  })
  progressBasisPoints!: number | null;
  @ApiProperty({ description: '是否达到目标', type: 'boolean', nullable: true }) reached!: boolean | null;
  @ApiProperty({ description: '计入的单位，逐一列出', type: [CountedRowView] }) rows!: CountedRowView[];
}
export class CarrierIndicatorView {
  @ApiProperty({ description: '指标代码', example: 'indicator-09' }) code!: string;
  @ApiProperty({ description: '指标（原表文字）' }) name!: string;
  @text('现有数量（原表）') base!: string | null;
  @ApiProperty({ description: '目标（原表）' }) target!: string;
  @ApiProperty({ description: '并列的读法，不作取舍', type: [CarrierReadingView] }) readings!: CarrierReadingView[];
}
export class CarrierCountsView {
  @ApiProperty({ description: '统计日', format: 'date' }) asOf!: string;
  @ApiProperty({ description: '有称号的单位数：一个单位不论几个称号只计一次' }) total!: number;
  @ApiProperty({ description: '说明' }) note!: string;
  @ApiProperty({ description: '与载体有关的指标', type: [CarrierIndicatorView] }) indicators!: CarrierIndicatorView[];
}

export const publicTitleView = (title: CarrierTitle): PublicTitleView => ({
  id: title.id,
  organizationId: title.organizationId,
  kind: title.kind,
  level: title.level,
  state: title.state,
  name: title.name,
  countyCode: title.countyCode,
  professionalField: title.professionalField,
  origin: title.origin,
  document: title.document,
  recognizedOn: title.recognizedOn,
  validUntil: title.validUntil,
  endedOn: title.endedOn,
});

/** `whole`: for its own organization and the bureau; others read what is public. */
export const carrierTitleView = (title: CarrierTitle, whole: boolean, today: LocalDate): CarrierTitleView => ({
  ...publicTitleView(title),
  statement: whole ? title.statement : null,
  opinion: whole ? title.opinion : null,
  decisionReason: whole ? title.decisionReason : null,
  noticeId: title.noticeId,
  conditions: whole ? [...checkConditions(title.kind, title.level, title.facts, today)] : [],
  version: title.version,
});

export const carrierView = ({ id, name, countyCode, titles }: CarrierPage): CarrierView => ({
  id,
  name,
  countyCode,
  titles: titles.map(publicTitleView),
});

export const carrierConditionListView = (): CarrierConditionListView => ({
  items: carrierConditions.map(({ kind, levels, wording, source, standing, effectiveFrom }) => ({
    kind,
    levels,
    wording,
    source,
    standing,
    effectiveFrom,
  })),
});

export const carrierReviewView = (review: CarrierReview, today: LocalDate): CarrierReviewView => ({
  id: review.id,
  titleId: review.titleId,
  organizationId: review.organizationId,
  year: review.year,
  state: review.state,
  dueOn: review.dueOn,
  overdue: isOverdue(review, today),
  report: review.report,
  figures: review.figures,
  proposal: review.proposal,
  opinion: review.opinion,
  decisionReason: review.decisionReason,
  rectifyUntil: review.rectifyUntil,
  version: review.version,
});

export const carrierCountsView = ({ asOf, total, indicators }: CarrierCounts): CarrierCountsView => ({
  asOf,
  total,
  note: '只计本平台有记录且在统计日有效的称号与在孵记录；原表的现有数量未经逐项登记的不计入。限期整改期间称号仍有效。',
  indicators: indicators.map(({ indicator, readings }) => ({
    code: indicator.code,
    name: indicator.name,
    base: indicator.base.printed,
    target: indicator.target.printed,
    readings: readings.map(({ code, wording, source, value, rows, progress }) => ({
      code,
      wording,
      source,
      value,
      progressBasisPoints: progress.kind === 'measured' ? progress.basisPoints : null,
      reached: progress.kind === 'qualitative' ? null : progress.reached,
      rows: rows.map(({ organizationId, rowIds }) => ({ organizationId, rowIds })),
    })),
  })),
});
