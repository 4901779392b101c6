import type { ChallengeContent } from '#domain/open-challenge/open-challenge.js';
import { parseYuan, type Fen } from '#domain/money/money.js';
import { unwrap } from '../http/refusal.exception.js';
import type { AmendOpenChallengeDto, CreateOpenChallengeDto } from './open-challenge.dto.js';

const defaultPassMark = 60;

const amountOf = (yuan: string): Fen => unwrap(parseYuan(yuan));

export const challengeContentOf = (body: CreateOpenChallengeDto): ChallengeContent => ({
  title: body.title,
  summary: body.summary,
  field: body.field ?? null,
  countyCode: body.countyCode,
  budget: body.budgetYuan == null ? null : amountOf(body.budgetYuan),
  ipTerms: body.ipTerms ? { ...body.ipTerms } : null,
  criteria: body.criteria.map(({ code, title, weight }) => ({ code, title, weight })),
  prizes: body.prizesYuan.map(amountOf),
  passMark: body.passMark ?? defaultPassMark,
  questionsUntil: new Date(body.questionsUntil),
  commitUntil: new Date(body.commitUntil),
  revealUntil: new Date(body.revealUntil),
  scoringUntil: body.scoringUntil,
});

/** Members that the caller sent; null clears what may be left out, and puts the pass mark back. */
export function challengeChangeOf(body: AmendOpenChallengeDto): Partial<ChallengeContent> {
  const { title, summary, countyCode, field, scoringUntil } = body;
  const change = {
    ...{ title, summary, countyCode, field, scoringUntil },
    budget: body.budgetYuan == null ? body.budgetYuan : amountOf(body.budgetYuan),
    ipTerms: body.ipTerms ? { ...body.ipTerms } : body.ipTerms,
    criteria: body.criteria?.map(({ code, title: name, weight }) => ({ code, title: name, weight })),
    prizes: body.prizesYuan?.map(amountOf),
    passMark: body.passMark === null ? defaultPassMark : body.passMark,
    questionsUntil: instantOf(body.questionsUntil),
    commitUntil: instantOf(body.commitUntil),
    revealUntil: instantOf(body.revealUntil),
  };
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

const instantOf = (text: string | undefined): Date | undefined => (text === undefined ? undefined : new Date(text));
