import type { ProblemEntry } from '../http/problem.js';

export const demandProblems = {
  'demand.notFound': {
    status: 404,
    title: '没有这条技术需求',
    detail: '没有这条技术需求，或您无权查看。',
    repair: '请核对编号。',
  },
  'demand.externalKeyTaken': {
    status: 409,
    title: '编号已被使用',
    detail: '本单位已有一条技术需求使用这个编号。',
    repair: '请换一个编号，或修改原有的那条需求。',
  },
  'demand.tooVague': {
    status: 422,
    title: '需求描述过于简单',
    detail: '描述不足 10 个字，别人无法判断能否解决。',
    repair: '请写明现状、要解决的问题和期望达到的效果。{industry}类的写法，例如：{example}',
  },
  'demand.fieldsUnclear': {
    status: 422,
    title: '有字段不明确，不能发布',
    detail: '共 {count} 处：{fields}。',
    repair: '请逐项写明对象、现状、目标、预算、期限和已试过的办法；可先查看「质量分」接口列出的缺项和示例。',
  },
  'demand.screeningNeeded': {
    status: 422,
    title: '尚未通过发布前筛选',
    detail: '该需求需由专家筛选同意后才能发布（{why}）。',
    repair: '请提出筛选申请（POST /v1/demands/编号/screenings），通过后原文发布。',
  },
  'demand.screenedFixed': {
    status: 409,
    title: '经筛选的内容不能直接修改',
    detail: '该需求是筛选通过后发布的，发布期间其名称、描述、数据不能改动。',
    repair: '有效期可以续期；内容有变化的，请撤回后另行填报并重新筛选。',
  },
  'demand.templateNotFound': {
    status: 404,
    title: '没有这个行业模板',
    detail: '没有这个代码或版本的行业模板。',
    repair: '请从行业模板列表中选择（GET /v1/demand-templates）。',
  },
  'demand.templateUnknown': {
    status: 422,
    title: '没有这个行业模板',
    detail: '没有代码为「{code}」、版本为 {version} 的行业模板。',
    repair: '请从行业模板列表中选择（GET /v1/demand-templates）。',
  },
  'demand.answerUnknown': {
    status: 422,
    title: '回答与模板不符',
    detail: '「{industry}」模板中没有问题「{question}」，或该问题回答了两次。',
    repair: '请按模板列出的问题代码填写，每个问题一次。',
  },
  'demand.answerMalformed': {
    status: 422,
    title: '回答的写法有误',
    detail: '「{question}」应填{shape}。',
    repair: '例如：{example}',
  },
  'demand.expired': {
    status: 422,
    title: '有效期已过',
    detail: '有效期至 {validUntil}，已经过去。',
    repair: '请把有效期改为今天或以后。',
  },
  'demand.closed': {
    status: 409,
    title: '需求已关闭',
    detail: '状态为「{state}」的需求不能再修改。',
    repair: '可以另行发布一条新需求。',
  },
} as const satisfies Record<string, ProblemEntry>;
