import type { Caller } from './caller.js';

const disclosed = {
  title: '湖羊羔羊代乳粉配制与提前断奶技术',
  summary: '用乳清粉和本地饲草配制代乳粉，35 日龄断奶，成活率由 88% 提高到 96%。',
  inventors: [{ name: '示例完成人', shareBasisPoints: 10_000 }],
};

/** A published achievement of the caller's unit. Gives its id. */
export async function publishedAchievement(caller: Caller, change: object = {}): Promise<string> {
  const { body } = await caller.post('/v1/achievements', { ...disclosed, ...change }).expect(201);
  await caller.post(`/v1/achievements/${body.id}/registration`, { kind: 'applied' }).expect(201);
  await caller.post(`/v1/achievements/${body.id}/publication`).expect(201);
  return body.id as string;
}

/** Hands a small PDF in as an attachment. Gives its id. */
export async function attached(
  caller: Caller,
  subjectKind: string,
  subjectId: string,
  materialKind: string,
  text = 'report',
): Promise<string> {
  const query = `subjectKind=${subjectKind}&subjectId=${subjectId}&materialKind=${materialKind}&fileName=report.pdf`;
  const { body } = await caller
    .post(`/v1/attachments?${query}`)
    .set('content-type', 'application/octet-stream')
    .send(Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`))
    .expect(201);
  return body.id as string;
}
