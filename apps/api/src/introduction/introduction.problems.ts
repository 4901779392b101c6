import type { ProblemEntry } from '../http/problem.js';

export const introductionProblems = {
  'introduction.notFound': {
    status: 404,
    title: '没有这次引荐',
    detail: '没有这次引荐，或您无权查看。',
    repair: '请核对编号。',
  },
  'introduction.notIntroducer': {
    status: 403,
    title: '不是引荐单位',
    detail: '引荐证据由提出引荐的单位和科技局导出。',
    repair: '请由引荐单位导出；认为被绕开的，可由科技局调取。',
  },
  'introduction.matchNotFound': {
    status: 404,
    title: '没有这项撮合',
    detail: '没有这项撮合，或您既不是其中一方，也没有受其委托。',
    repair: '请核对撮合编号；经纪人须先取得至少一方的有效委托。',
  },
  'introduction.matchClosed': {
    status: 409,
    title: '撮合已关闭',
    detail: '撮合状态为「{state}」，不能引荐。',
    repair: '请选择仍有效的撮合。',
  },
  'introduction.sameOrganization': {
    status: 422,
    title: '供需双方是同一单位',
    detail: '不能把一个单位引荐给它自己。',
    repair: '请选择其他撮合。',
  },
  'introduction.alreadyMade': {
    status: 409,
    title: '已有引荐',
    detail: '这项撮合已有待答复或已达成的引荐。',
    repair: '请查看已有的引荐。',
  },
  'introduction.notSide': {
    status: 403,
    title: '只有供需双方可以答复',
    detail: '您的单位不是被引荐的一方。',
    repair: '请由供方或需方答复。',
  },
  'introduction.alreadyAccepted': {
    status: 409,
    title: '本单位已接受',
    detail: '本单位已接受这次引荐。',
    repair: '请等待对方答复。',
  },
} as const satisfies Record<string, ProblemEntry>;
