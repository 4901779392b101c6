import { ApiProperty } from '@nestjs/swagger';
import { refusalGrounds } from '#domain/contract-registration/refusal-grounds.policy.js';
import { reminderThresholds } from '#domain/contract-registration/reminder.js';
import {
  registrationOffices,
  ruleSets,
  type RuleSet,
  type Term,
} from '#domain/contract-registration/rule-set.policy.js';
import type { StaffingWarning } from '#domain/contract-registration/staffing.js';
import type { RegistrationReminder } from '#application/contract-registration/registration-office.repository.js';
import type { Staffing } from '#application/contract-registration/registration-office.service.js';
import type { NumbersUsed } from '#application/contract-registration/registration-revision.repository.js';
import type { DeskCount } from '#application/contract-registration/work-queue.js';
import { moneyView, MoneyView } from '../http/money.view.js';

export class RegistrationOfficeView {
  @ApiProperty({ description: '登记点代码' }) code!: string;
  @ApiProperty({ description: '名称' }) name!: string;
  @ApiProperty({ description: '服务的县区代码', type: [String] }) counties!: string[];
  @ApiProperty({ description: '启用日', format: 'date' }) effectiveFrom!: string;
  @ApiProperty({ description: '停用日', type: 'string', format: 'date', nullable: true }) effectiveTo!: string | null;
}

export class RegistrationOfficesView {
  @ApiProperty({ description: '登记机构', type: [RegistrationOfficeView] }) items!: RegistrationOfficeView[];
}

export const registrationOfficesView = (): RegistrationOfficesView => ({
  items: registrationOffices.map((office) => ({ ...office, counties: [...office.counties] })),
});

export class GroundView {
  @ApiProperty({ description: '代码' }) code!: string;
  @ApiProperty({ description: '理由' }) title!: string;
  @ApiProperty({ description: '须写明的依据' }) evidenceNeeded!: string;
  @ApiProperty({ description: '如何改正' }) repair!: string;
  @ApiProperty({ description: '出处' }) source!: string;
  @ApiProperty({ description: '出处可靠程度：secondary 为转述，unread 为原文未读到', enum: ['secondary', 'unread'] })
  evidence!: string;
}

export class GroundsView {
  @ApiProperty({ description: '不予登记的全部理由', type: [GroundView] }) items!: GroundView[];
}

export const groundsView = (): GroundsView => ({
  items: refusalGrounds.map(({ code, title, evidenceNeeded, repair, source, evidence }) => ({
    ...{ code, title, evidenceNeeded, repair, source, evidence },
  })),
});

export class TermView {
  @ApiProperty({ description: '期限' }) count!: number;
  @ApiProperty({ description: '单位', enum: ['day', 'workingDay'] }) unit!: string;
  @ApiProperty({ description: '条款' }) article!: string;
}

export class RegistrationRuleSetView {
  @ApiProperty({ description: '规则编号' }) id!: string;
  @ApiProperty({ description: '名称' }) title!: string;
  @ApiProperty({ description: '来源' }) source!: string;
  @ApiProperty({ description: '文本可靠程度', enum: ['read', 'secondary', 'draft'] }) evidence!: string;
  @ApiProperty({ description: '说明' }) note!: string;
  @ApiProperty({ description: '施行日', format: 'date' }) effectiveFrom!: string;
  @ApiProperty({ description: '废止前最后一日', type: 'string', format: 'date', nullable: true }) effectiveTo!:
    string | null;
  @ApiProperty({ description: '认定期限', type: TermView }) examination!: TermView;
  @ApiProperty({ description: '大额标准（技术交易额，含本数）', type: MoneyView, nullable: true })
  largeFrom!: MoneyView | null;
  @ApiProperty({ description: '大额或有争议的期限', type: TermView, nullable: true }) largeTerm!: TermView | null;
}

export class RegistrationRuleSetsView {
  @ApiProperty({ description: '按受理日适用的规则', type: [RegistrationRuleSetView] })
  items!: RegistrationRuleSetView[];
}

const termView = ({ count, unit, article }: Term): TermView => ({ count, unit, article });
const ruleSetView = ({ large, withinValidity: _within, examination, ...set }: RuleSet): RegistrationRuleSetView => ({
  ...set,
  examination: termView(examination),
  largeFrom: large && moneyView(large.from),
  largeTerm: large && termView(large.term),
});

export const ruleSetsView = (): RegistrationRuleSetsView => ({ items: ruleSets.map(ruleSetView) });

export class OfficerPostView {
  @ApiProperty({ description: '人员编号', format: 'uuid' }) personId!: string;
  @ApiProperty({ description: '是否负责人' }) head!: boolean;
  @ApiProperty({ description: 'B 角人员编号', type: 'string', format: 'uuid', nullable: true }) backupPersonId!:
    string | null;
}

export class StaffingWarningView {
  @ApiProperty({ description: '代码', enum: ['tooFewRegistrars', 'noHead', 'noBackup', 'backupOutside'] })
  code!: string;
  @ApiProperty({ description: '说明' }) text!: string;
}

export class StaffingView {
  @ApiProperty({ description: '岗位', type: [OfficerPostView] }) posts!: OfficerPostView[];
  @ApiProperty({ description: '提示（不妨碍办理）', type: [StaffingWarningView] }) warnings!: StaffingWarningView[];
}

const warningTexts: Readonly<Record<StaffingWarning, string>> = {
  tooFewRegistrars: '登记人员不足 3 人。',
  noHead: '没有指定负责人，逾期提醒无人接收。',
  noBackup: '有岗位没有 B 角。',
  backupOutside: '有 B 角不在本登记机构的人员名单中。',
};

export const staffingView = ({ posts, warnings }: Staffing): StaffingView => ({
  posts: posts.map((post) => ({ ...post })),
  warnings: warnings.map((code) => ({ code, text: warningTexts[code] })),
});

export class RegistrationReminderView {
  @ApiProperty({ description: '提醒编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '登记编号（平台内部）', format: 'uuid' }) registrationId!: string;
  @ApiProperty({ description: '平台编号' }) provisionalNumber!: string;
  @ApiProperty({ description: '项目名称' }) title!: string;
  @ApiProperty({ description: '提醒的时点', enum: reminderThresholds.map(({ code }) => code) }) threshold!: string;
  @ApiProperty({ description: '期限自何日起', format: 'date' }) startedOn!: string;
  @ApiProperty({ description: '办结期限', format: 'date' }) dueOn!: string;
  @ApiProperty({ description: '登记点代码' }) office!: string;
  @ApiProperty({ description: '当时由谁办理' }) holder!: string;
  @ApiProperty({ description: '当时的经办人', type: 'string', format: 'uuid', nullable: true }) holderPersonId!:
    string | null;
  @ApiProperty({ description: '提醒时间', format: 'date-time' }) sentAt!: string;
}

export const registrationReminderView = (reminder: RegistrationReminder): RegistrationReminderView => ({
  ...reminder,
  sentAt: reminder.sentAt.toISOString(),
});

export class NumbersUsedView {
  @ApiProperty({ description: '登记点代码' }) office!: string;
  @ApiProperty({ description: '已用到的流水号' }) lastSerial!: number;
  @ApiProperty({ description: '本平台发出的编号数' }) issued!: number;
  @ApiProperty({ description: '其中已注销（编号不再使用）' }) cancelled!: number;
  @ApiProperty({ description: '从全国系统导入的编号数' }) imported!: number;
  @ApiProperty({ description: '无法解释的空号（最多列 100 个），应为空', type: [Number] }) unexplained!: number[];
}

export class NumbersUsedListView {
  @ApiProperty({ description: '各登记点', type: [NumbersUsedView] }) items!: NumbersUsedView[];
}

export const numbersUsedView = (used: readonly NumbersUsed[]): NumbersUsedListView => ({
  items: used.map((one) => ({ ...one, unexplained: [...one.unexplained] })),
});

export class DeskCountView {
  @ApiProperty({ description: '由谁办理', enum: ['registrationOffice', 'seller', 'reviewer', 'experts'] })
  holder!: string;
  @ApiProperty({ description: '在办件数', example: 12 }) open!: number;
  @ApiProperty({ description: '其中 3 日内到期', example: 2 }) dueSoon!: number;
  @ApiProperty({ description: '其中已超期', example: 0 }) overdue!: number;
}

export class DeskCountsView {
  @ApiProperty({ description: '各办理方，没有在办的为 0', type: [DeskCountView] }) items!: DeskCountView[];
}

export const deskCountsView = (counts: readonly DeskCount[]): DeskCountsView => ({
  items: ['registrationOffice', 'seller', 'reviewer', 'experts'].map(
    (holder) => counts.find((one) => one.holder === holder) ?? { holder, open: 0, dueSoon: 0, overdue: 0 },
  ),
});
