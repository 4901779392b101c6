import type { ProblemEntry } from '../http/problem.js';

export const importProblems = {
  'import.notFound': {
    status: 404,
    title: '没有这次导入',
    detail: '没有这次导入，或您无权查看。',
    repair: '请核对编号。',
  },
  'import.kindForbidden': {
    status: 403,
    title: '不能导入这类内容',
    detail: '当前身份不能批量导入 {kind}。',
    repair: '成果由企业、科研单位导入；需求还可由技术经纪人、县区管理员导入；历史登记由登记员导入。',
  },
  'import.tooManyOpen': {
    status: 409,
    title: '未完成的导入过多',
    detail: '本单位已有 {max} 次导入尚未完成。',
    repair: '请等待其中一次完成后再提交。',
  },
  'import.tooManyRows': {
    status: 422,
    title: '行数过多',
    detail: '一次最多导入 {max} 行。',
    repair: '请把文件拆成几份分别导入。',
  },
  'import.malformed': {
    status: 422,
    title: '文件无法解析',
    detail: '第 {line} 行附近的引号没有成对，或一条记录过长。',
    repair: '请检查该处的双引号；单元格中的双引号应写成两个。',
  },
  'import.workbookUnreadable': {
    status: 422,
    title: '工作簿无法读取',
    detail: '文件不是 XLSX 工作簿，或已损坏、加密，或解压后过大。',
    repair: '请用表格软件另存为 XLSX（不加密，数据放在第一张可见工作表），或另存为 UTF-8 编码的 CSV。',
  },
  'import.empty': {
    status: 422,
    title: '文件没有数据行',
    detail: '没有读到任何数据行。',
    repair: 'CSV 第一行为列名，从第二行起为数据；JSON Lines 每行一个 JSON 对象。',
  },
  'import.encoding': {
    status: 400,
    title: '文件编码无法识别',
    detail: '文件既不是 UTF-8，也不是 GB18030 编码。',
    repair: '请另存为 UTF-8 编码的 CSV 后重试。',
  },
  'import.rowUnreadable': {
    status: 422,
    title: '本行无法读取',
    detail: '本行不是有效的记录：列数与表头不一致，或不是 JSON 对象。',
    repair: '请对照表头检查本行的列数。',
  },
  'import.titleMissing': {
    status: 422,
    title: '缺少名称',
    detail: '名称（title）为空或没有这一列。',
    repair: '请填写名称，至少 2 个字。',
  },
  'import.numberMissing': {
    status: 422,
    title: '缺少登记编号',
    detail: '登记编号为空或没有这一列。',
    repair: '请填写全国系统中的登记编号。',
  },
  'import.fieldInvalid': {
    status: 422,
    title: '单元格内容有误',
    detail: '应为{expected}。',
    repair: '请改正后重新导入；已成功的行不会重复。',
  },
  'import.keyTwice': {
    status: 422,
    title: '编号在文件中重复',
    detail: '本行与第 {line} 行是同一编号（或内容完全相同）。',
    repair: '同一编号只保留一行。',
  },
  'import.rowFailed': {
    status: 422,
    title: '本行未能写入',
    detail: '写入本行时出现意外错误，其他行不受影响。',
    repair: '请重新导入本行；仍失败时联系技术支持。',
  },
} as const satisfies Record<string, ProblemEntry>;
