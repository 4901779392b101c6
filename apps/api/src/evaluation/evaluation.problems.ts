import type { ProblemEntry } from '../http/problem.js';

const guidance = '国务院办公厅《关于完善科技成果评价机制的指导意见》（国办发〔2021〕26号）';

export const evaluationProblems = {
  'evaluation.notFound': {
    status: 404,
    title: '没有这项评价',
    detail: '没有这项第三方评价，或您无权办理。',
    repair: '请核对编号。',
  },
  'evaluation.evaluatorUnknown': {
    status: 422,
    title: '没有这家评价机构',
    detail: '所指的单位不存在或未经核验。',
    repair: '请从 GET /v1/evaluator-qualifications 中选择。',
  },
  'evaluation.evaluatorUnqualified': {
    status: 422,
    title: '评价机构没有有效资质',
    detail: '这家机构今天没有经科技部门登记的有效评价资质。',
    repair: '请另选机构，或由科技部门登记其资质。',
  },
  'evaluation.conflict': {
    status: 422,
    title: '存在利害关系',
    detail: '评价方与成果持有人或委托人有利害关系：{reason}。第三方评价不得有利害关系。',
    repair: '请另选没有利害关系的机构或专家。',
    article: guidance,
  },
  'evaluation.valuesIncomplete': {
    status: 422,
    title: '五个价值须各评一次',
    detail: '科学、技术、经济、社会、文化价值须各有一项结论；未评的写明 notAssessed。',
    repair: '请补全 values。',
    article: guidance,
  },
  'evaluation.nothingAssessed': {
    status: 422,
    title: '没有任何结论',
    detail: '五个价值都写作未评价，不能成为结论。',
    repair: '请至少评价其中一项。',
  },
  'evaluation.inventorJudges': {
    status: 422,
    title: '完成人不能评价自己的成果',
    detail: '专家「{name}」与成果完成人同名。',
    repair: '请更换专家；确属同名异人的，在 namesakeNote 中说明。',
  },
  'evaluation.concludedAhead': {
    status: 422,
    title: '结论日期在将来',
    detail: '结论日期不能晚于今天（{today}）。',
    repair: '请填写报告的出具日期。',
  },
  'evaluation.reportMissing': {
    status: 422,
    title: '没有评价报告',
    detail: '所指的附件不是本机构为这项评价上传的报告。',
    repair: '请先以 POST /v1/attachments（subjectKind=evaluation，materialKind=evaluationReport）上传报告。',
  },
  'evaluation.supersedesUnknown': {
    status: 422,
    title: '不能替代所指的评价',
    detail: '被替代的评价应为同一成果已出结论、且没有另一项在替代它的评价。',
    repair: '请核对 supersedesId，或不填。',
  },
  'evaluation.duePast': {
    status: 422,
    title: '期限已过',
    detail: '完成期限不能早于今天。',
    repair: '请改填今天或以后的日期。',
  },
  'evaluatorQualification.notFound': {
    status: 404,
    title: '没有这项资质',
    detail: '没有这项评价机构资质。',
    repair: '请核对编号。',
  },
  'evaluatorQualification.organizationUnknown': {
    status: 422,
    title: '没有这家单位',
    detail: '所指的单位不存在或未经核验。',
    repair: '请先核验该单位。',
  },
  'evaluatorQualification.recordedAlready': {
    status: 409,
    title: '资质已登记',
    detail: '这家单位已有同一证书编号的资质。',
    repair: '请核对证书编号。',
  },
  'evaluatorQualification.revokedAlready': {
    status: 409,
    title: '资质已撤销',
    detail: '这项资质已于 {on} 撤销。',
    repair: '无需重复撤销。',
  },
  'evaluatorQualification.endBeforeStart': {
    status: 422,
    title: '有效期有误',
    detail: '有效期止不能早于有效期起（{from}）。',
    repair: '请改正日期。',
  },
} as const satisfies Record<string, ProblemEntry>;
