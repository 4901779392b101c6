/** One ground on which a registration is refused (不予登记), with what proves it and how to repair it. */
export interface RefusalGround {
  readonly code: string;
  readonly title: string;
  /** What the officer must put on record. */
  readonly evidenceNeeded: string;
  /** What the evidence must contain to be evidence at all. */
  readonly evidenceShape?: RegExp;
  readonly repair: string;
  readonly source: string;
  /** `secondary`: from a published answer of the office; `unread`: from an instrument whose text was not at hand. */
  readonly evidence: 'secondary' | 'unread';
}

const answer = { source: '科技部火炬中心2021年1月13日答复', evidence: 'secondary' } as const;
const oldRules = { source: '国科发政字〔2001〕253号（已废止）', evidence: 'unread' } as const;

export const refusalGrounds = [
  {
    code: 'notEffective',
    title: '合同无效或尚未生效',
    evidenceNeeded: '生效条件及其未成就的事实',
    repair: '待合同生效后重新申请。',
    ...answer,
  },
  {
    code: 'notTechnology',
    title: '不属于技术合同',
    evidenceNeeded: '标的条款及不符合五类技术合同的理由',
    repair: '如确含技术内容，请分项签订技术合同后申请。',
    ...answer,
  },
  {
    code: 'unclearSubject',
    title: '合同主体、标的或价款不明确',
    evidenceNeeded: '不明确的条款',
    repair: '请与对方签订补充协议予以明确。',
    ...answer,
  },
  {
    code: 'approvalMissing',
    title: '依法须经批准而未获批准',
    evidenceNeeded: '须批准的事项与依据',
    repair: '请取得批准文件后申请。',
    ...answer,
  },
  {
    code: 'nameMismatch',
    title: '合同名称与权利义务不符且未改正',
    evidenceNeeded: '名称与条款的对照',
    repair: '请按权利义务确定合同类型并改正名称。',
    ...answer,
  },
  {
    code: 'monopoly',
    title: '含有非法垄断技术、妨碍技术进步的条款',
    evidenceNeeded: '条款原文与所属情形（司法解释第十条）',
    repair: '请删除或修改该条款。',
    ...answer,
  },
  {
    code: 'documentsWrong',
    title: '证明文件缺少或不符',
    evidenceNeeded: '缺少或不符的文件名称',
    repair: '请补齐或更换文件。',
    ...answer,
  },
  {
    code: 'sealMismatch',
    title: '印章不齐或印章与名称不一致',
    evidenceNeeded: '印章与名称的对照',
    repair: '请由当事人补盖与名称一致的印章。',
    ...answer,
  },
  {
    code: 'securityConditionUnmet',
    title: '以担保为生效条件而担保未办理',
    evidenceNeeded: '担保条款与办理情况',
    repair: '请办理担保后申请。',
    ...oldRules,
  },
  {
    code: 'carriersExcessive',
    title: '载体数量超出合理范围',
    evidenceNeeded: '载体清单与合理数量的说明',
    repair: '请将超出部分列为非技术性款项，或另行签订买卖合同。',
    ...oldRules,
  },
  {
    code: 'rightsEnded',
    title: '知识产权已终止、被宣告无效或没有权利证书',
    evidenceNeeded: '专利号等与法律状态查询结果',
    repair: '请提供有效的权利证书，或变更合同标的。',
    ...oldRules,
  },
  {
    code: 'duplicate',
    title: '同一合同重复申请',
    evidenceNeeded: '已登记合同的16位登记编号或平台编号（QY-）',
    evidenceShape: /(?<!\d)\d{16}(?!\d)|QY-\d{4}-\d{6}/,
    repair: '请使用已有的登记证明。',
    ...oldRules,
  },
  {
    code: 'other',
    title: '其他不符合登记条件的情形',
    evidenceNeeded: '具体事实与理由',
    repair: '请按登记机构说明改正。',
    ...answer,
  },
] as const satisfies readonly RefusalGround[];

export type RefusalGroundCode = (typeof refusalGrounds)[number]['code'];
