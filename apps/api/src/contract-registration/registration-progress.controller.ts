import { Controller, Get, Param } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { contractRegistrationTransitions } from '#domain/contract-registration/contract-registration.js';
import { holders } from '#domain/contract-registration/holder.js';
import type { Actor } from '#domain/shared/actor.js';
import { statesOf } from '#domain/shared/state-machine.js';
import {
  RegistrationProgressService,
  type RegistrationProgress,
} from '#application/contract-registration/registration-progress.service.js';
import { PatternField } from '../http/fields.js';
import { Operation } from '../http/operation.js';
import { CurrentActor } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';

export class CaseNumberParam {
  @PatternField({
    title: '平台编号（QY-），或登记编号（16 位）加校验码',
    pattern: /^(?:QY-\d{4}-\d{6,12}|\d{16})-[0-9A-F]{10}$/,
    shape: 'QY-年份-序号-校验码，或 16 位数字-校验码（校验码 10 位，印在回执的平台编号末尾）',
    example: 'QY-2026-000001-3F9A07C21B',
  })
  number!: string;
}

export class RegistrationProgressView {
  @ApiProperty({ description: '所查的编号', example: 'QY-2026-000001-3F9A07C21B' }) number!: string;
  @ApiProperty({ description: '状态', enum: statesOf(contractRegistrationTransitions) }) state!: string;
  @ApiProperty({ description: '登记点代码' }) office!: string;
  @ApiProperty({ description: '现由谁办理', enum: holders }) holder!: string;
  @ApiProperty({ description: '现办理方自何时起办理', format: 'date-time' }) heldSince!: string;
  @ApiProperty({ description: '受理日（补正后重新起算）', type: 'string', format: 'date', nullable: true })
  acceptedOn!: string | null;
  @ApiProperty({ description: '办结期限；期限未在计算时为 null', type: 'string', format: 'date', nullable: true })
  dueOn!: string | null;
  @ApiProperty({ description: '期限的条款', type: 'string', nullable: true }) article!: string | null;
  @ApiProperty({ description: '距期限天数（按期限自身的单位；负数为逾期）', type: 'integer', nullable: true })
  daysLeft!: number | null;
  @ApiProperty({ description: '期限单位', type: 'string', enum: ['day', 'workingDay'], nullable: true })
  daysLeftUnit!: string | null;
  @ApiProperty({ description: '是否逾期' }) overdue!: boolean;
}

@ApiTags('技术合同认定登记')
@Controller('v1/registration-progress')
export class RegistrationProgressController {
  constructor(private readonly progress: RegistrationProgressService) {}

  @Get(':number')
  @Operation({
    summary: '凭编号查询登记办到哪一步',
    description:
      '知道完整编号（含末尾 10 位校验码）的人都可以查，不必登录；只答复环节、办理方和法定期限，不含当事人、金额和理由。校验码随机生成，按序号逐个试查不到。',
    access: 'public',
    answer: RegistrationProgressView,
    errors: ['contractRegistration.notFound'],
  })
  async ofNumber(@CurrentActor() actor: Actor, @Param() { number }: CaseNumberParam) {
    return progressView(unwrap(await this.progress.ofNumber(actor, number)));
  }
}

const progressView = ({ since, unit, ...progress }: RegistrationProgress): RegistrationProgressView => ({
  ...progress,
  heldSince: since.toISOString(),
  daysLeftUnit: unit,
});
