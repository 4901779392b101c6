import type { ProblemEntry } from '../http/problem.js';

export const shareAgreementProblems = {
  'shareAgreement.notFound': {
    status: 404,
    title: '没有这份份额约定',
    detail: '没有这份份额约定，或您无权查看。',
    repair: '请核对编号。',
  },
  'shareAgreement.shareMissing': {
    status: 422,
    title: '缺少份额',
    detail: '按约定分配时，每名完成人都应写明份额；平台不推定均分。',
    repair: '请逐人填写份额；没有约定而愿意均分的，请把依据写为 equalDefault（各方声明均分）。',
  },
  'shareAgreement.shareWithDefault': {
    status: 422,
    title: '均分时不应填写份额',
    detail: '依据为“各方声明均分”的，份额由平台按人数计算。',
    repair: '请去掉各人的份额，或把依据改为 agreed（按约定）。',
  },
  'shareAgreement.sharesNotWhole': {
    status: 422,
    title: '完成人份额合计不是 100%',
    detail: '各完成人份额合计为 {sum}%，应恰为 100%，且每人大于 0。',
    repair: '请按约定修改份额（以万分之一为单位，合计 10000）。',
  },
  'shareAgreement.inventorTwice': {
    status: 422,
    title: '完成人重复',
    detail: '同一完成人或同一账号出现了两次。',
    repair: '请合并其份额；同名者请加注以区别。',
  },
  'shareAgreement.leaderUnexplained': {
    status: 422,
    title: '领导人员应说明实际贡献',
    detail: '{name}任{leader}，其作为完成人取得份额应说明实际贡献并公开公示。',
    repair: '请填写其实际贡献。',
    article: '国发〔2016〕16号第一条第八项〔依通行理解，待核原文〕',
  },
  'shareAgreement.unknownPerson': {
    status: 422,
    title: '没有这个账号',
    detail: '所写的人员账号不存在。',
    repair: '请核对人员编号；没有账号的完成人请留空，改以纸面签署。',
  },
  'shareAgreement.notInventor': {
    status: 403,
    title: '您不是这份约定的完成人',
    detail: '只有约定所列的完成人本人可以签署；没有账号的，由单位上传其签名的书面约定。',
    repair: '请由完成人本人登录后签署。',
  },
  'shareAgreement.answered': {
    status: 409,
    title: '该完成人已经答复',
    detail: '每名完成人对一轮约定只答复一次。',
    repair: '需要改变的，请由单位发起新的一轮，全体重新签署。',
  },
  'shareAgreement.otherContent': {
    status: 409,
    title: '所签内容不是当前内容',
    detail: '您所签署的内容散列与本轮约定（{hash}）不一致。',
    repair: '请重新查看约定后签署其 contentHash。',
  },
  'shareAgreement.reasonMissing': {
    status: 422,
    title: '不同意应说明理由',
    detail: '不同意份额约定的，应说明理由，以便单位修改。',
    repair: '请填写理由。',
  },
  'shareAgreement.paperMissing': {
    status: 422,
    title: '没有该完成人签名的书面约定',
    detail: '所指附件不存在，或不是本成果下的“书面签署的份额约定”。',
    repair: '请先把签名件上传为本成果的附件（材料种类 paperConsent）。',
  },
  'shareAgreement.ownPaper': {
    status: 409,
    title: '完成人不能代录他人的书面同意',
    detail: '您是本约定的完成人，与份额有利害关系。',
    repair: '请由本单位其他经办人录入。',
  },
  'shareAgreement.changeByRound': {
    status: 409,
    title: '份额已有约定',
    detail: '完成人正在签署或已经签署份额约定，不能直接修改完成人和份额。',
    repair: '请发起新的一轮约定，全体重新签署。',
  },
  'shareAgreement.notAgreed': {
    status: 422,
    title: '完成人尚未全部签署份额约定',
    detail: '还没有全体完成人签署的份额约定；沉默不等于同意。未签署：{silent}。',
    repair: '请发起份额约定，由每名完成人本人确认或上传其签名件。',
  },
} as const satisfies Record<string, ProblemEntry>;
