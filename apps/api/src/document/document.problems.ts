import type { ProblemEntry } from '../http/problem.js';

export const documentProblems = {
  'document.glyphMissing': {
    status: 422,
    title: '有字无法印出',
    detail: '「{field}」中的「{character}」（{codePoint}）不在所嵌字体之内，文件没有生成。',
    repair: '请核对该字；确为生僻字的，请凭登记编号与登记机构联系，改用网上查验页或 JSON 原文。',
  },
} as const satisfies Record<string, ProblemEntry>;
