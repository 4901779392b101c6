import { newKey, type TestMarket } from './market.js';
import type { Caller } from './caller.js';

/** A unit with everybody whom its seven stages need. */
export interface ProcedureUnit {
  /** Begins, implements, and stands for the unit. */
  readonly unit: Caller;
  readonly inventor: Caller;
  readonly examiner: Caller;
  readonly evaluator: Caller;
  /** Three, of whom the last is from outside. */
  readonly panel: readonly Caller[];
  readonly leaders: readonly Caller[];
}

export async function procedureUnit(market: TestMarket): Promise<ProcedureUnit> {
  const unit = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
  const { organizationId } = unit.identity;
  const colleague = () => market.member({ roles: ['researchUnit'], organizationId });
  return {
    unit,
    inventor: await colleague(),
    examiner: await colleague(),
    evaluator: await colleague(),
    panel: [await colleague(), await colleague(), await market.member({ roles: ['enterprise'] })],
    leaders: [await colleague(), await colleague(), await colleague()],
  };
}

const ids = (callers: readonly Caller[]) => callers.map(({ identity }) => identity.personId);

export const stagesOf = ({ unit, examiner, evaluator, panel, leaders }: ProcedureUnit) => [
  { stage: 'initiation', personIds: ids([unit]), days: 10 },
  { stage: 'preliminaryReview', personIds: ids([examiner]) },
  { stage: 'evaluation', personIds: ids([evaluator]), documents: ['appraisalReport'] },
  { stage: 'argumentation', personIds: ids(panel), quorum: 3, majority: 'twoThirds', minutes: true },
  { stage: 'decision', personIds: ids(leaders), quorum: 2, minutes: true },
  { stage: 'publicity', days: 15 },
  { stage: 'implementation', personIds: ids([unit]) },
];

/** An achievement whose inventor has signed, ready for a procedure. */
export async function agreedAchievement({ unit, inventor }: ProcedureUnit, title = '湖羊代乳料配方'): Promise<string> {
  const { body: made } = await unit
    .post('/v1/achievements', {
      title,
      summary: '35 日龄断奶成活率由 88% 提高到 96%。',
      inventors: [{ name: '完成人', shareBasisPoints: 10_000 }],
    })
    .expect(201);
  const { body: agreement } = await unit
    .post(`/v1/achievements/${made.id}/share-agreements`, {
      basis: 'agreed',
      statement: '唯一完成人。',
      inventors: [{ name: '完成人', personId: inventor.identity.personId, shareBasisPoints: 10_000 }],
    })
    .expect(201);
  await inventor
    .post(`/v1/share-agreements/${agreement.id}/confirmations`, {
      answer: 'agreed',
      contentHash: agreement.contentHash,
    })
    .expect(201);
  return made.id as string;
}

export const upload = (
  caller: Caller,
  subjectKind: string,
  subjectId: string,
  materialKind: string,
  text = materialKind,
) =>
  caller
    .post(
      `/v1/attachments?subjectKind=${subjectKind}&subjectId=${subjectId}&materialKind=${materialKind}&fileName=${materialKind}.pdf`,
      undefined,
      newKey(),
    )
    .set('content-type', 'application/octet-stream')
    .send(Buffer.from(`%PDF-1.7\n${text} ${subjectId}\n%%EOF\n`))
    .expect(201);

export const approve = (caller: Caller, id: string, vote = 'approve') =>
  caller.post(`/v1/transfer-procedures/${id}/votes`, { vote, opinion: '材料齐全，依据充分。' });

/** Votes, minutes and everybody's signature. */
export async function meet(people: readonly Caller[], id: string): Promise<void> {
  for (const one of people) await approve(one, id).expect(201);
  const [first] = people as [Caller];
  await first
    .post(`/v1/transfer-procedures/${id}/minutes`, {
      heldOn: '2026-11-23',
      place: '会议室',
      text: '逐项讨论了价格依据，表决如下。',
    })
    .expect(201);
  const { body } = await first.get(`/v1/transfer-procedures/${id}`).expect(200);
  const { contentHash } = body.steps.at(-1).minutes;
  for (const one of people)
    await one.post(`/v1/transfer-procedures/${id}/minutes-signatures`, { contentHash }).expect(201);
}

/** From 发起 to the notice. */
export async function untilNotice(people: ProcedureUnit, id: string): Promise<string> {
  const { unit, examiner, evaluator, panel, leaders } = people;
  const pass = (caller: Caller) => caller.post(`/v1/transfer-procedures/${id}/passage`, {}).expect(201);
  await approve(unit, id).expect(201);
  await pass(unit);
  await approve(examiner, id).expect(201);
  await pass(examiner);
  await evaluator
    .post(`/v1/transfer-procedures/${id}/pricing`, {
      method: 'negotiated',
      priceYuan: '1200000.00',
      basis: '参照近两年三项同类成果的成交价确定。',
      appraisal: 'notAppraised',
      appraisalReason: '经集体研究决定不评估。',
    })
    .expect(201);
  await upload(unit, 'transferProcedure', id, 'appraisalReport');
  await approve(evaluator, id).expect(201);
  await pass(evaluator);
  await meet(panel, id);
  await pass(panel[0] as Caller);
  const two = leaders.slice(0, 2);
  await meet(two, id);
  return (await pass(two[0] as Caller)).body.noticeId as string;
}
