import {
  contractRegistrationTransitions,
  type RegistrationState,
} from '#domain/contract-registration/contract-registration.js';
import { statesOf } from '#domain/shared/state-machine.js';
import { ChoiceField, DateField, PatternField, TextField, YuanField } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

const states = statesOf(contractRegistrationTransitions).filter((state) => state !== 'draft');

export class CaseQueryDto extends PageQuery {
  @ChoiceField({ title: '状态', values: states, optional: true, example: 'returned' }) state?: RegistrationState;
  @PatternField({ title: '登记点', pattern: /^\d{2}$/, shape: '两位数字', optional: true, example: '01' })
  office?: string;
  @TextField({ title: '项目名称或任一方名称中的文字', max: 100, optional: true, example: '湖羊' }) text?: string;
  @PatternField({
    title: '登记编号或受理编号',
    pattern: /^[0-9A-Za-z-]{6,32}$/,
    shape: '6 至 32 位数字、字母或连字符',
    optional: true,
    example: 'QY-2026-000001',
  })
  number?: string;
  @PatternField({
    title: '任一方统一社会信用代码',
    pattern: /^[0-9A-Za-z-]{1,40}$/,
    shape: '至多 40 位数字、字母或连字符',
    optional: true,
    example: '916210000000000000',
  })
  creditCode?: string;
  @DateField({ title: '提交日期自', optional: true, example: '2026-01-01' }) from?: string;
  @DateField({ title: '提交日期至', optional: true, example: '2026-12-31' }) to?: string;
  @YuanField({ title: '成交额不低于（元）', optional: true, example: '5000000' }) minValueYuan?: string;
  @YuanField({ title: '成交额不超过（元）', optional: true, example: '10000000' }) maxValueYuan?: string;
}
