import { MalformedFile, readRecords, type FileContent } from './import.reader.js';

async function readAll(file: FileContent): Promise<{ readonly records: number; readonly failure: unknown }> {
  let records = 0;
  try {
    for await (const _record of readRecords(file)) records += 1;
  } catch (failure) {
    return { records, failure };
  }
  return { records, failure: null };
}

/** A record at a time: who holds the whole file leaves its transaction idle for so long that PostgreSQL ends it. */
describe('a large file', () => {
  const lines = (count: number): string[] =>
    Array.from({ length: count }, (_, at) => `${at},黄土高原苹果矮砧密植与湖羊舍饲技术示范 𠮷`);

  it('is handed on while it is read: what comes before a quote without end has been given by then', async () => {
    const text = ['编号,名称', ...lines(20_000), '20001,"没有结束'].join('\n');
    const { records, failure } = await readAll({ format: 'csv', text });
    expect(failure).toBeInstanceOf(MalformedFile);
    expect(records).toBeGreaterThan(15_000);
  });

  it('loses no character where it is cut into pieces', async () => {
    const text = ['编号,名称', ...lines(20_000)].join('\n');
    const names = new Set<unknown>();
    let records = 0;
    for await (const { fields } of readRecords({ format: 'csv', text })) {
      names.add(fields?.['名称']);
      records += 1;
    }
    expect([records, [...names]]).toEqual([20_000, ['黄土高原苹果矮砧密植与湖羊舍饲技术示范 𠮷']]);
  });
});
