// A file of historic registrations of 2016 to 2025, as the bureau would bring it in.
const header = [
  ...[
    '登记编号',
    '项目名称',
    '合同类别',
    '技术领域',
    '知识产权类型',
    '计划类别',
    '卖方名称',
    '卖方性质',
    '卖方行政区划',
  ],
  ...['买方名称', '买方性质', '买方行政区划', '签订日期', '登记日期', '合同成交总额（元）', '技术交易额（元）'],
];
const types = ['技术开发', '技术转让', '技术许可', '技术咨询', '技术服务'];
const places = ['621002', '621021', '621022', '621027', '620102', '610102', '110101', '310101'];
const of = (list, at) => list[at % list.length];

function cellsOf(at) {
  const year = 2016 + (at % 10);
  const day = `${year}-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`;
  return [
    `${year}621001${String(at + 1).padStart(6, '0')}`,
    `第${at + 1}号技术合同：黄土高原苹果矮砧密植与湖羊舍饲技术示范`,
    ...[of(types, at), '农业', of(['技术秘密', '发明专利', ''], at), '计划外'],
    ...[`示例卖方${at % 500}`, of(['021', '022', '150'], at), of(places, at)],
    ...[`示例买方${at % 900}`, '150', of(places, at * 7 + 3)],
    ...[day, day, `${(at % 2000) * 10_000 + 10_000}.00`, `${(at % 2000) * 8_000 + 8_000}.00`],
  ];
}

/** @param {number} rows */
export const registrationsCsv = (rows) =>
  [header, ...Array.from({ length: rows }, (_, at) => cellsOf(at))].map((cells) => cells.join(',')).join('\n');

/** @param {number} rows */
export async function registrationsXlsx(rows) {
  const { xlsx } = await import('../../dist/libs/platform/src/spreadsheet/xlsx.js');
  async function* pages() {
    for (let at = 0; at < rows; at += 1) yield [cellsOf(at)];
  }
  const chunks = [];
  for await (const chunk of xlsx('历史登记', header, pages())) chunks.push(chunk);
  return Buffer.concat(chunks);
}
