import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type StateOf, type TransitionTable } from '../shared/state-machine.js';

/** A good case (优秀案例, plan 三-16) of a transfer, told with the contract that proves it. */
export interface CaseStudy {
  readonly id: string;
  readonly organizationId: string;
  readonly contractId: string;
  /** Everybody who is a party to the contract: each of them consents. */
  readonly partyIds: readonly string[];
  readonly state: CaseStudyState;
  readonly title: string;
  readonly story: string;
  readonly effect: string;
  readonly consentedIds: readonly string[];
  /** The text that was consented to: a changed text is asked about anew. */
  readonly textHash: string;
  readonly authorId: string;
  readonly checkedBy: string | null;
  readonly checkNote: string | null;
  readonly stateReason: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly publishedAt: Date | null;
}

export const caseStudyTransitions = {
  draft: { submit: 'consenting', withdraw: 'withdrawn' },
  consenting: { agree: 'checking', decline: 'withdrawn', withdraw: 'withdrawn' },
  checking: { publish: 'published', return: 'draft', withdraw: 'withdrawn' },
  published: { withdraw: 'withdrawn' },
  withdrawn: {},
} as const satisfies TransitionTable;
export type CaseStudyState = StateOf<typeof caseStudyTransitions>;

export type ConsentRefusal = Refusal<'state.notAllowed' | 'caseStudy.consentedAlready' | 'caseStudy.textChanged'>;

/** One party consents to this very text; with the last one it goes to the secrecy check. */
export function consentTo(
  study: CaseStudy,
  organizationId: string,
  textHash: string,
): Result<CaseStudy, ConsentRefusal> {
  const next = transition(caseStudyTransitions, study.state, 'agree');
  if (!next.ok) return next;
  if (textHash !== study.textHash) return refuse('caseStudy.textChanged', {}, '/textHash');
  if (study.consentedIds.includes(organizationId)) return refuse('caseStudy.consentedAlready');
  const consentedIds = [...study.consentedIds, organizationId];
  const all = study.partyIds.every((id) => consentedIds.includes(id));
  return ok({ ...study, consentedIds, state: all ? next.value : study.state });
}
