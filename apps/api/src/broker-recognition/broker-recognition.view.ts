import { ApiProperty } from '@nestjs/swagger';
import {
  brokerGrades,
  brokerGradeSource,
  brokerGradeTitles,
  brokerPolicyOn,
  brokerTarget,
} from '#domain/broker-recognition/broker.policy.js';
import {
  activeOn,
  brokerRecognitionTransitions,
  brokerTrainingTransitions,
  recognitionKinds,
  reminderDue,
  type BrokerRecognition,
  type BrokerTraining,
  type CasebookSheet,
} from '#domain/broker-recognition/broker-recognition.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type { ShownBroker } from '#application/broker-recognition/recognized-broker.service.js';

const nullableText = { type: 'string', nullable: true } as const;
const nullableDate = { type: 'string', format: 'date', nullable: true } as const;

export class BrokerRecognitionView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '申请人编号', format: 'uuid' }) personId!: string;
  @ApiProperty({ description: '姓名' }) personName!: string;
  @ApiProperty({ description: '申请时所在单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '申请种类', enum: recognitionKinds }) kind!: string;
  @ApiProperty({ description: '等级', enum: brokerGrades }) grade!: string;
  @ApiProperty({ description: '等级名称' }) gradeTitle!: string;
  @ApiProperty({ description: '状态', enum: statesOf(brokerRecognitionTransitions) }) state!: string;
  @ApiProperty({ description: '现在是否有效（只有有效的才计入人数）' }) active!: boolean;
  @ApiProperty({ description: '培训证书编号' }) certificateNumber!: string;
  @ApiProperty({ description: '证书颁发单位' }) certificateIssuer!: string;
  @ApiProperty({ description: '证书颁发日期', format: 'date' }) certificateIssuedOn!: string;
  @ApiProperty({ description: '从业情况' }) statement!: string;
  @ApiProperty({ description: '同意公布姓名' }) publicConsent!: boolean;
  @ApiProperty({ description: '同意公布信用等级' }) creditConsent!: boolean;
  @ApiProperty({ ...nullableText, description: '认定编号' }) recognitionNumber!: string | null;
  @ApiProperty({ ...nullableDate, description: '有效期自' }) validFrom!: string | null;
  @ApiProperty({ ...nullableDate, description: '有效期至' }) validUntil!: string | null;
  @ApiProperty({ ...nullableText, description: '到期提醒' }) reminder!: string | null;
  @ApiProperty({ ...nullableText, description: '公示编号', format: 'uuid' }) noticeId!: string | null;
  @ApiProperty({ ...nullableText, description: '最近一步的理由' }) stateReason!: string | null;
  @ApiProperty({ description: '版本' }) version!: number;
}

export const recognitionView =
  (today: LocalDate) =>
  (found: BrokerRecognition): BrokerRecognitionView => {
    const { examinedBy: _first, decidedBy: _second, createdAt: _made, updatedAt: _changed, ...shown } = found;
    const stands = found.state === 'recognized' || found.state === 'suspended';
    const due = stands && found.validUntil ? reminderDue(found.validUntil, brokerPolicyOn(today), today) : null;
    return {
      ...shown,
      gradeTitle: brokerGradeTitles[found.grade],
      active: activeOn(found, today),
      reminder: due === null ? null : `有效期至 ${found.validUntil ?? ''}，已不足 ${due} 天，请申请续期。`,
    };
  };

export class RecognitionDetailView extends BrokerRecognitionView {
  @ApiProperty({ description: '案例考核得分；评分未齐备时为空', type: 'integer', nullable: true })
  casebookScore!: number | null;
}

export class BrokerTrainingView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '人员编号', format: 'uuid' }) personId!: string;
  @ApiProperty({ description: '课程' }) course!: string;
  @ApiProperty({ description: '培训机构' }) provider!: string;
  @ApiProperty({ description: '培训日期', format: 'date' }) heldOn!: string;
  @ApiProperty({ description: '学时' }) hours!: number;
  @ApiProperty({ description: '证明' }) evidence!: string;
  @ApiProperty({ description: '状态', enum: statesOf(brokerTrainingTransitions) }) state!: string;
  @ApiProperty({ ...nullableText, description: '确认意见' }) decisionReason!: string | null;
}

export const trainingView = ({ decidedBy: _by, createdAt: _at, ...shown }: BrokerTraining): BrokerTrainingView => shown;

export class CasebookSheetView {
  @ApiProperty({ description: '案例编号' }) caseCode!: string;
  @ApiProperty({ description: '得分' }) score!: number;
  @ApiProperty({ description: '评语' }) note!: string;
}

export const sheetView = ({ examinerId: _by, ...shown }: CasebookSheet): CasebookSheetView => shown;

export class RegisteredBrokerView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '姓名' }) personName!: string;
  @ApiProperty({ description: '等级', enum: brokerGrades }) grade!: string;
  @ApiProperty({ description: '等级名称' }) gradeTitle!: string;
  @ApiProperty({ description: '认定编号' }) recognitionNumber!: string;
  @ApiProperty({ description: '培训证书编号' }) certificateNumber!: string;
  @ApiProperty({ description: '证书颁发单位' }) certificateIssuer!: string;
  @ApiProperty({ description: '有效期自', format: 'date' }) validFrom!: string;
  @ApiProperty({ description: '有效期至', format: 'date' }) validUntil!: string;
  @ApiProperty({ ...nullableText, description: '执业机构' }) agencyName!: string | null;
  @ApiProperty({ ...nullableText, description: '信用等级；本人未同意公布或者有未决申诉时为空' }) creditLevel!:
    string | null;
}

export const registeredView = ({ personId: _id, creditConsent: _c, ...shown }: ShownBroker): RegisteredBrokerView => ({
  ...shown,
  gradeTitle: brokerGradeTitles[shown.grade],
});

export class BrokerReadingView {
  @ApiProperty({ description: '读法', enum: ['recognized', 'affiliated'] }) code!: string;
  @ApiProperty({ description: '读法的说明' }) wording!: string;
  @ApiProperty({ description: '人数' }) count!: number;
  @ApiProperty({ description: '是否达到' }) reached!: boolean;
}

export class BrokerCountView {
  @ApiProperty({ description: '截至', format: 'date' }) asOf!: string;
  @ApiProperty({ description: '目标原文' }) wording!: string;
  @ApiProperty({ description: '目标人数' }) target!: number;
  @ApiProperty({ description: '出处' }) source!: string;
  @ApiProperty({ description: '两种读法', type: [BrokerReadingView] }) readings!: BrokerReadingView[];
}

export const countView = (counts: { asOf: LocalDate; recognized: number; affiliated: number }): BrokerCountView => ({
  asOf: counts.asOf,
  wording: brokerTarget.wording,
  target: brokerTarget.least,
  source: brokerTarget.source,
  readings: (['recognized', 'affiliated'] as const).map((code) => ({
    code,
    wording: brokerTarget.readings[code],
    count: counts[code],
    reached: counts[code] >= brokerTarget.least,
  })),
});

export class GradeConditionView {
  @ApiProperty({ description: '等级', enum: brokerGrades }) grade!: string;
  @ApiProperty({ description: '等级名称' }) title!: string;
  @ApiProperty({ description: '要求的学时' }) requiredHours!: number;
}

export class BrokerPolicyView {
  @ApiProperty({ description: '条件的出处' }) source!: string;
  @ApiProperty({ description: '等级的出处' }) gradeSource!: string;
  @ApiProperty({ description: '施行日期', format: 'date' }) effectiveFrom!: string;
  @ApiProperty({ description: '各等级的条件', type: [GradeConditionView] }) grades!: GradeConditionView[];
  @ApiProperty({ description: '学时计入的年限' }) hoursWindowYears!: number;
  @ApiProperty({ description: '续期每年要求的继续教育学时' }) continuingHoursPerYear!: number;
  @ApiProperty({ description: '有效期（年）' }) validityYears!: number;
  @ApiProperty({ description: '案例考核合格线' }) casebookPassScore!: number;
  @ApiProperty({ description: '公示期（日）' }) noticeDays!: number;
}

export function policyView(today: LocalDate): BrokerPolicyView {
  const policy = brokerPolicyOn(today);
  const { source, effectiveFrom, hoursWindowYears, continuingHoursPerYear } = policy;
  const { validityYears, casebookPassScore, noticeDays } = policy;
  return {
    ...{
      source,
      effectiveFrom,
      hoursWindowYears,
      continuingHoursPerYear,
      validityYears,
      casebookPassScore,
      noticeDays,
    },
    gradeSource: brokerGradeSource,
    grades: brokerGrades.map((grade) => ({
      grade,
      title: brokerGradeTitles[grade],
      requiredHours: policy.requiredHours[grade],
    })),
  };
}
