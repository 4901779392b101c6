import { crc32, deflateRawSync } from 'node:zlib';
import { xlsx } from './xlsx.js';
import { UnreadableWorkbook, xlsxRows, workbookLimits } from './xlsx.reader.js';

const read = async (file: Buffer): Promise<(readonly [number, readonly string[]])[]> => {
  const rows: (readonly [number, readonly string[]])[] = [];
  for await (const { line, cells } of xlsxRows(file)) rows.push([line, cells]);
  return rows;
};

const relations = (extra = ''): string =>
  `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>${extra}</Relationships>`;
const book = '<x:workbook xmlns:x="m"><x:sheets><x:sheet name="a" r:id="rId1"/></x:sheets></x:workbook>';
const sheetOf = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;

/** A workbook as other programs write it. */
const workbook = (sheet: string, more: Readonly<Record<string, string>> = {}): Buffer =>
  zip({
    'xl/workbook.xml': book,
    'xl/_rels/workbook.xml.rels': relations(
      `<Relationship Id="t" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/>
       <Relationship Id="s" Type="x/styles" Target="styles.xml"/>`,
    ),
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  });

describe('a workbook that is read', () => {
  it('gives back what the writer wrote', async () => {
    const lines = [
      ['2018621001000001', '湖羊 & <苹果> "一"', ''],
      ['=1+1', ' 边空 ', '𠮷'],
    ];
    async function* pages() {
      yield lines;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of xlsx('表', ['登记编号', '项目名称', '备注'], pages())) chunks.push(chunk);
    expect(await read(Buffer.concat(chunks))).toEqual([
      [1, ['登记编号', '项目名称', '备注']],
      [2, ['2018621001000001', '湖羊 & <苹果> "一"']],
      [3, ['=1+1', ' 边空 ', '𠮷']],
    ]);
  });

  it('reads shared and rich texts, gaps, dates, truth, formulas and numbers as somebody sees them', async () => {
    const cells =
      '<c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" s="1"><v>43190</v></c><c r="E2" s="2"><v>43190.5</v></c>' +
      '<c r="F2" t="b"><v>1</v></c><c r="G2" t="str"><f>A1&amp;"x"</f><v>结果</v></c><c r="H2"><v>1234.0999999999999</v></c>' +
      '<c r="I2"><v>1E5</v></c><c r="J2"><v>2018621001000001</v></c><c r="K2" t="e"><v>#N/A</v></c>';
    const file = workbook(sheetOf(`<row r="2">${cells}</row><row r="5"><c r="B5" s="9"/></row>`), {
      'xl/sharedStrings.xml':
        '<sst><si><t>普通</t></si><si><r><t>富</t></r><r><t xml:space="preserve"> 文本</t></r><rPh><t>ふ</t></rPh></si></sst>',
      'xl/styles.xml':
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    });
    expect(await read(file)).toEqual([
      [
        2,
        [
          '普通',
          '',
          '富 文本',
          '2018-03-31',
          '2018-03-31',
          '是',
          '结果',
          '1234.1',
          '100000',
          '≈2018621001000001',
          '#N/A',
        ],
      ],
    ]);
  });

  const bomb = '<worksheet>' + ' '.repeat(workbookLimits.maxPartBytes + 1) + '</worksheet>';
  it.each<readonly [string, Buffer]>([
    ['no zip', Buffer.from('名称\n湖羊')],
    ['an empty file', Buffer.alloc(0)],
    ['a zip without a workbook', zip({ 'a.txt': 'x' })],
    ['a sheet that is cut off', workbook('<worksheet><sheetData><row r="1"><c')],
    ['a document type', workbook(`<!DOCTYPE x [<!ENTITY a "aaaa">]>${sheetOf('')}`)],
    ['rows out of order', workbook(sheetOf('<row r="2"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>'))],
    ['a row beyond all rows', workbook(sheetOf('<row r="99999999"><c><v>1</v></c></row>'))],
    ['a column beyond all columns', workbook(sheetOf('<row r="1"><c r="ZZ1"><v>1</v></c></row>'))],
    ['a cell without end', workbook(sheetOf(`<row r="1"><c><v>${'<![CDATA[9]]>'.repeat(70_000)}</v></c></row>`))],
    ['a small part that grows', workbook(sheetOf(''), { 'xl/workbook.xml': bomb })],
    ['a tag without end', workbook(`<worksheet ${'a'.repeat(600_000)}`)],
  ])('refuses %s', async (_name, file) => {
    await expect(read(file)).rejects.toThrow(UnreadableWorkbook);
  });

  it('refuses a part that is larger than its entry says, before it has grown', async () => {
    const file = workbook(sheetOf('<row r="1"><c><v>1</v></c></row>'.repeat(1)));
    const lying = workbook(sheetOf(' '.repeat(1_000_000)), {}).toString('latin1');
    const at = lying.lastIndexOf('xl/worksheets/sheet1.xml') - 22; // the size in the central directory
    const forged = Buffer.from(lying, 'latin1');
    forged.writeUInt32LE(100, at);
    await expect(read(forged)).rejects.toThrow(UnreadableWorkbook);
    expect(await read(file)).toEqual([[1, ['1']]]);
  });

  it('streams a sheet that unpacks to a hundred times its size, and holds none of it', async () => {
    const row = `<row><c t="inlineStr"><is><t>${'湖羊'.repeat(50)}</t></is></c></row>`;
    const file = workbook(sheetOf(row.repeat(40_000)));
    expect(file.length).toBeLessThan(200_000);
    let rows = 0;
    for await (const each of xlsxRows(file)) rows += each.cells.length;
    expect(rows).toBe(40_000);
  });
});

/** A zip of these files. */
function zip(files: Readonly<Record<string, string>>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [title, bytes] = [Buffer.from(name), Buffer.from(text)];
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(title.length, 22);
    local.push(Buffer.from('PK\x03\x04', 'latin1'), common, title, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, title);
    offset += 30 + title.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}
