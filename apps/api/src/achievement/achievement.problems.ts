import type { ProblemEntry } from '../http/problem.js';

export const achievementProblems = {
  'achievement.notFound': {
    status: 404,
    title: '没有这项科技成果',
    detail: '没有这项科技成果，或您无权查看。',
    repair: '请核对编号。',
  },
  'achievement.keywordsTooMany': {
    status: 422,
    title: '关键词过多',
    detail: '关键词最多 {max} 个。',
    repair: '请保留最能说明成果的关键词。',
  },
  'achievement.readinessLevelUnknown': {
    status: 422,
    title: '成熟度等级有误',
    detail: '「{level}」不是技术成熟度等级。',
    repair: '请填写 1 至 9 的整数；不清楚时请留空。',
  },
  'achievement.inventorsMissing': {
    status: 422,
    title: '缺少完成人',
    detail: '职务科技成果披露应写明完成人及约定的份额。',
    repair: '请至少填写一名完成人。',
  },
  'achievement.inventorTwice': {
    status: 422,
    title: '完成人重复',
    detail: '同一完成人出现了两次。',
    repair: '请合并其份额；同名者请加注以区别。',
  },
  'achievement.sharesNotWhole': {
    status: 422,
    title: '完成人份额合计不是 100%',
    detail: '各完成人份额合计为 {sum}%，应恰为 100%，且每人大于 0。',
    repair: '请按约定修改份额（以万分之一为单位，合计 10000）。',
  },
  'achievement.tooVague': {
    status: 422,
    title: '成果介绍过于简单',
    detail: '名称和公开摘要没有说明解决什么问题、效果如何、在哪里试过，企业无法判断。',
    repair: '请补写公开摘要后再发布。{industry}类的写法，例如：{example}',
  },
  'achievement.externalKeyTaken': {
    status: 409,
    title: '贵方编号已被使用',
    detail: '本单位已有成果使用同一编号。',
    repair: '请换一个编号，或修改已有的那项成果。',
  },
  'achievement.closed': {
    status: 409,
    title: '成果已关闭',
    detail: '状态为「{state}」的成果不能再修改。',
    repair: '撤回的成果可先重新发布；已转让的成果由新的权利人登记。',
  },
  'achievement.readinessProven': {
    status: 409,
    title: '成熟度已有证据',
    detail: '这项成果的成熟度由已认可的证据得出，不能直接填写。',
    repair: '请以新的证据提出成熟度申报（POST /v1/readiness-claims）。',
  },
  'achievement.secret': {
    status: 422,
    title: '涉密成果不能公开',
    detail: '标记为涉密的成果不得在本平台登记、发布或挂牌。',
    repair: '请按保密规定办理；解密后取消涉密标记再操作。',
    article: '促进科技成果转化法第十一条',
  },
  'achievement.alreadyRegistered': {
    status: 409,
    title: '成果已入库',
    detail: '该成果已入库，成果登记号：{number}。',
    repair: '无需重复入库；登记号由科技主管部门审核后编发。',
  },
  'achievement.incomplete': {
    status: 422,
    title: '披露内容不全',
    detail: '还缺：{missing}。',
    repair: '请补充后再办理。',
    article: '《科技成果登记办法》（国科发计字〔2000〕542号）',
  },
  'achievement.numbersExhausted': {
    status: 422,
    title: '登记号已用完',
    detail: '{year} 年该类型的四位流水号已用完。',
    repair: '请联系科技主管部门。',
  },
} as const satisfies Record<string, ProblemEntry>;
