import type { ProblemEntry } from '../http/problem.js';

const law = '促进科技成果转化法第四十四条、第四十五条';

export const achievementRewardProblems = {
  'achievementReward.notFound': {
    status: 404,
    title: '没有这个奖酬方案',
    detail: '没有这个奖酬方案，或您无权查看。',
    repair: '请核对编号。',
  },
  'achievementReward.belowFloor': {
    status: 422,
    title: '低于法定比例',
    detail: '奖励比例不得低于 {floor}：{text}。',
    repair: '请提高比例；企业另有规定或约定的，请注明依据。',
    article: law,
  },
  'achievementReward.sharesNotWhole': {
    status: 422,
    title: '份额合计不是 100%',
    detail: '各人份额合计为 {sum}。',
    repair: '请使合计恰为 100%。',
  },
  'achievementReward.mainBelowHalf': {
    status: 422,
    title: '主要贡献人员不足一半',
    detail: '主要贡献人员的份额合计为 {sum}，应不低于 50%。',
    repair: '请提高主要贡献人员的份额，或核对谁是主要贡献人员。',
    article: '国发〔2016〕16号；庆阳市省级科技成果转移转化示范区建设方案（征求意见稿）三-8',
  },
  'achievementReward.chiefEquity': {
    status: 422,
    title: '正职领导不取得股权',
    detail: '{name}：{text}。',
    repair: '请改用现金奖励，或调整参加人员。',
  },
  'achievementReward.years': {
    status: 422,
    title: '年限不对',
    detail: '从营业利润中提取的，连续 3 至 5 年；其他方式不填年限。',
    repair: '请核对方式与年限。',
    article: law,
  },
  'achievementReward.notYourAchievement': {
    status: 422,
    title: '不是本单位的成果',
    detail: '没有这项成果，或不属于本单位。',
    repair: '请核对成果编号。',
  },
  'achievementReward.notYourContract': {
    status: 422,
    title: '不是本单位转让的合同',
    detail: '没有这份合同，或本单位不是其卖方。',
    repair: '请核对合同编号；作价投资与自行实施不填合同。',
  },
  'achievementReward.planned': {
    status: 409,
    title: '该合同已有奖酬方案',
    detail: '一份合同只有一个有效的奖酬方案。',
    repair: '请在已有方案中办理，或先撤回草稿。',
  },
  'achievementReward.unknownPerson': {
    status: 422,
    title: '没有这名人员',
    detail: '参加人员的人员编号在平台上不存在。',
    repair: '没有平台账号的人员只填姓名。',
  },
  'achievementReward.notRegistered': {
    status: 422,
    title: '合同尚未认定登记',
    detail: '现金奖励公示须载明技术合同登记编号。',
    repair: '请先办理技术合同认定登记。',
    article: '国科发政〔2018〕103号',
  },
  'achievementReward.notEffective': {
    status: 409,
    title: '方案尚未生效',
    detail: '方案现在的状态是 {state}，公示期满无异议后生效。',
    repair: '请等待公示期满。',
  },
  'achievementReward.distributedAlready': {
    status: 409,
    title: '该笔已分配',
    detail: '凭证「{reference}」已经分配过。',
    repair: '无需重复分配。',
  },
  'achievementReward.tooManyYears': {
    status: 422,
    title: '已满约定年限',
    detail: '该方案的年限已满，或笔数已达上限。',
    repair: '如需延长，请另订方案。',
  },
  'achievementReward.differsFromAgreement': {
    status: 422,
    title: '与完成人签署的份额约定不一致',
    detail: '披露时完成人签署的份额与方案不一致：{differences}。',
    repair: '请按约定的比例分配，或发起新一轮份额约定；确需不同的，请写明理由（deviationReason），理由随方案公示。',
    article: '促进科技成果转化法第四十四条',
  },
} as const satisfies Record<string, ProblemEntry>;
