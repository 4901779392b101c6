import { brokerGrades, type BrokerGrade } from '#domain/broker-recognition/broker.policy.js';
import {
  brokerRecognitionTransitions,
  recognitionKinds,
  type RecognitionKind,
} from '#domain/broker-recognition/broker-recognition.js';
import { statesOf } from '#domain/shared/state-machine.js';
import { ChoiceField, DateField, FlagField, IntegerField, TextField } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

export class RecognitionConsentDto {
  @FlagField({ title: '同意在公开名册上公布姓名', example: true }) publicConsent!: boolean;
  @FlagField({ title: '同意在公开名册上公布信用等级', example: false }) creditConsent!: boolean;
}

export class DraftRecognitionDto extends RecognitionConsentDto {
  @ChoiceField({
    title: '申请种类：first 首次认定，renewal 续期，upgrade 升级',
    values: recognitionKinds,
    example: 'first',
  })
  kind!: RecognitionKind;
  @ChoiceField({
    title: '等级：junior 初级技术经纪人，intermediate 中级技术经纪人，senior 高级技术经理人',
    values: brokerGrades,
    example: 'junior',
  })
  grade!: BrokerGrade;
  @TextField({ title: '培训证书编号', min: 2, max: 60, example: '甘技培2026-0101' }) certificateNumber!: string;
  @TextField({ title: '证书颁发单位', min: 2, max: 100, example: '示例国家技术转移人才培养基地' })
  certificateIssuer!: string;
  @DateField({ title: '证书颁发日期', example: '2026-05-20' }) certificateIssuedOn!: string;
  @TextField({ title: '从业情况', min: 4, max: 5000, example: '从事农业技术转移三年，参与撮合六项。' })
  statement!: string;
}

export class RecognitionQuery extends PageQuery {
  @ChoiceField({
    title: '状态',
    values: statesOf(brokerRecognitionTransitions),
    optional: true,
    example: 'submitted',
  })
  state?: string;
}

const reason = { title: '理由', min: 2, max: 1000, example: '材料齐全，符合条件。' };
export class RecognitionReasonDto {
  @TextField(reason) reason!: string;
}

export class ExamineRecognitionDto extends RecognitionReasonDto {
  @ChoiceField({
    title: '审查结论：examine 拟予认定，return 退回补充，refuse 不予认定',
    values: ['examine', 'return', 'refuse'],
    example: 'examine',
  })
  decision!: 'examine' | 'return' | 'refuse';
}

export class DecideRecognitionDto extends RecognitionReasonDto {
  @ChoiceField({
    title: '决定：publicize 公示，sendBack 退回审查',
    values: ['publicize', 'sendBack'],
    example: 'publicize',
  })
  decision!: 'publicize' | 'sendBack';
}

export class RuleRecognitionDto extends RecognitionReasonDto {
  @ChoiceField({
    title: '处理：suspend 暂停，restore 恢复，revoke 撤销认定',
    values: ['suspend', 'restore', 'revoke'],
    example: 'suspend',
  })
  decision!: 'suspend' | 'restore' | 'revoke';
}

export class MarkCasebookDto {
  @TextField({ title: '案例编号', min: 1, max: 40, example: 'ANLI-07' }) caseCode!: string;
  @IntegerField({ title: '得分', min: 0, max: 100, example: 78 }) score!: number;
  @TextField({ title: '评语', min: 2, max: 2000, example: '权属核查完整，延续期条款遗漏。' }) note!: string;
}

export class SubmitTrainingDto {
  @TextField({ title: '课程', min: 2, max: 200, example: '技术合同认定登记实务' }) course!: string;
  @TextField({ title: '培训机构', min: 2, max: 100, example: '示例国家技术转移人才培养基地' }) provider!: string;
  @DateField({ title: '培训日期', example: '2026-05-18' }) heldOn!: string;
  @IntegerField({ title: '学时', min: 1, max: 200, example: 16 }) hours!: number;
  @TextField({ title: '证明（结业证明编号或者存放处）', min: 2, max: 500, example: '结业证明 2026-3381' })
  evidence!: string;
}

export class DecideTrainingDto extends RecognitionReasonDto {
  @ChoiceField({ title: '结论：confirm 确认，reject 不予确认', values: ['confirm', 'reject'], example: 'confirm' })
  decision!: 'confirm' | 'reject';
}
