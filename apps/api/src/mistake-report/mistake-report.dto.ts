import { mistakeKinds, mistakeNumberPattern, type MistakeKind } from '#domain/mistake-report/mistake-report.js';
import { ChoiceField, PatternField, TextField } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

export class ReportMistakeDto {
  @ChoiceField({
    title: '差错种类（内容有误、过期未更新、链接打不开、功能用不了、泄露个人信息、不便使用、其他）',
    values: mistakeKinds,
    example: 'wrongContent',
  })
  kind!: MistakeKind;
  @PatternField({
    title: '所在页面（本门户内的路径）',
    pattern: /^\/[\w./~%-]{0,299}$/,
    shape: '以 / 开头的路径，至多 300 个字符，不含参数',
    example: '/zones/apple',
  })
  page!: string;
  @TextField({
    title: '差错说明（请不要填写姓名、电话等个人信息）',
    min: 5,
    max: 2000,
    example: '示范区页面写的核心区乡镇与建设方案不一致。',
  })
  words!: string;
}

export class AnswerMistakeDto {
  @ChoiceField({ title: '处理结果（已改正、经核实无误）', values: ['correct', 'keep'], example: 'correct' })
  outcome!: 'correct' | 'keep';
  @TextField({ title: '答复（凭编号可见）', min: 5, max: 2000, example: '已按建设方案改正，感谢指出。' })
  answer!: string;
}

export class MistakeNumberParam {
  @PatternField({
    title: '找错编号',
    pattern: mistakeNumberPattern,
    shape: '形如 ZC-7K3Q-M2P9-AB4C 的编号',
    example: 'ZC-7K3Q-M2P9-AB4C',
  })
  number!: string;
}

export class MistakeQuery extends PageQuery {
  @ChoiceField({ title: '只看未答复的（yes）', values: ['yes'], optional: true, example: 'yes' }) open?: 'yes';
}
