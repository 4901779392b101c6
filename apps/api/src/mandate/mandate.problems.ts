import type { ProblemEntry } from '../http/problem.js';

export const mandateProblems = {
  'mandate.notFound': {
    status: 404,
    title: '没有这份委托',
    detail: '没有这份委托，或您无权查看。',
    repair: '请核对编号。',
  },
  'mandate.subjectNotFound': {
    status: 404,
    title: '没有委托标的',
    detail: '没有这条已公开的需求或成果。',
    repair: '请核对需求或成果编号；未公开的内容不能作为委托标的。',
  },
  'mandate.matchNotFound': {
    status: 404,
    title: '没有这项撮合',
    detail: '没有这项撮合，或它与委托标的、本单位无关。',
    repair: '请核对撮合编号。',
  },
  'mandate.agencyNotFound': {
    status: 404,
    title: '没有这家机构的委托',
    detail: '该服务机构没有就这项撮合向双方提出或取得过委托。',
    repair: '请核对服务机构编号。',
  },
  'mandate.otherAgency': {
    status: 422,
    title: '在其他机构执业',
    detail: '您现在另一家机构执业，不能以本机构的名义承接委托。',
    repair: '请以执业机构的身份承接，或先办理转所。',
  },
  'mandate.interestChanged': {
    status: 409,
    title: '经纪人有新的利害关系',
    detail: '提出委托之后，经纪人与一方有了须告知的利害关系（{reason}）。',
    repair: '请经纪人终止本委托并重新提出，如实告知后再行接受。',
    article: '《民法典》第九百六十二条',
  },
  'mandate.ownSubject': {
    status: 422,
    title: '不能接受本机构自己的委托',
    detail: '标的属于经纪人所在机构，不构成中介关系。',
    repair: '请由其他机构的经纪人承接。',
    article: '《民法典》第九百六十一条',
  },
  'mandate.conflictOfInterest': {
    status: 422,
    title: '存在利益冲突',
    detail: '经纪人同时是一方单位的成员，不得承接委托或引荐。',
    repair: '请更换与双方均无利害关系的经纪人。',
    article: '《民法典》第九百六十二条',
  },
  'mandate.expired': {
    status: 422,
    title: '委托期限已过',
    detail: '委托期限至 {expiresOn}，已经过去。',
    repair: '请把期限改为今天或以后。',
  },
  'mandate.feeZero': {
    status: 422,
    title: '佣金应大于零',
    detail: '佣金金额或比例为零。',
    repair: '请填写约定的佣金。',
  },
  'mandate.proposedAlready': {
    status: 409,
    title: '已提出过委托',
    detail: '您在这一标的上已有待答复或有效的委托。',
    repair: '请等待对方答复，或先终止原委托。',
  },
  'mandate.exclusiveTaken': {
    status: 409,
    title: '与独家委托冲突',
    detail: '独家委托有效期间，同一标的不能再有其他有效委托。',
    repair: '请先终止原委托，或改为非独家。',
  },
  'mandate.dualConsentMissing': {
    status: 422,
    title: '缺少双方书面同意',
    detail: '同一机构代理供需双方，须双方均书面同意，现缺 {missing} 方。',
    repair: '请双方先提交双方代理同意书（POST /v1/dual-agency-consents）。',
    article: '《民法典》第九百六十二条（如实报告义务）、第一百六十八条（双方代理的同意）',
  },
  'mandate.consentedAlready': {
    status: 409,
    title: '已同意过',
    detail: '本单位已就这项撮合同意该机构代理双方。',
    repair: '无需重复提交。',
  },
} as const satisfies Record<string, ProblemEntry>;
