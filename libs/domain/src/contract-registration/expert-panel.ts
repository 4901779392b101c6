import type { Fen } from '../money/money.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import type { StateOf, TransitionTable } from '../shared/state-machine.js';
import type { FiledContract } from './filed-contract.js';

/** 专家审核 of a large or disputed contract. The panel advises; the registrar and the second person decide. */
export const expertPanelTransitions = {
  open: { conclude: 'concluded' },
  concluded: {},
} as const satisfies TransitionTable;
export type ExpertPanelState = StateOf<typeof expertPanelTransitions>;

export interface ExpertPanel {
  readonly id: string;
  readonly registrationId: string;
  readonly state: ExpertPanelState;
  readonly question: string;
  readonly experts: readonly Expert[];
  readonly result: PanelResult | null;
  readonly calledBy: string;
  readonly calledAt: Date;
  readonly concludedAt: Date | null;
}

export interface Expert {
  readonly name: string;
  /** Where the expert works. */
  readonly workUnit: string;
  /** Why the expert steps aside; null when nothing is known. */
  readonly recusal: string | null;
  readonly opinion: ExpertOpinion | null;
}

export interface ExpertOpinion {
  readonly stance: 'register' | 'refuse';
  readonly text: string;
  /** What the expert holds to be the technology value; null when not asked. */
  readonly technologyValue: Fen | null;
  readonly givenAt: string;
}

export interface PanelResult {
  readonly stance: 'register' | 'refuse' | 'divided';
  readonly inFavour: number;
  readonly against: number;
}

/** The platform's own measure while the final text of the rules is not at hand: at least three who may speak. */
export const expertPolicy = { fewestExperts: 3, mostExperts: 15 } as const;

type PanelRefusal = Refusal<
  | 'expertPanel.tooFew'
  | 'expertPanel.expertRepeated'
  | 'expertPanel.noExpert'
  | 'expertPanel.recused'
  | 'expertPanel.alreadyGiven'
  | 'expertPanel.opinionsMissing'
>;

/** An expert of a party's own unit is related (回避) and does not count. */
export function callPanel(
  contract: Pick<FiledContract, 'parties'>,
  panel: Omit<ExpertPanel, 'state' | 'result' | 'concludedAt' | 'experts'> & {
    readonly experts: readonly Omit<Expert, 'opinion'>[];
  },
): Result<ExpertPanel, PanelRefusal> {
  const keys = panel.experts.map(({ name, workUnit }) => `${name}/${workUnit}`);
  if (new Set(keys).size !== keys.length) return refuse('expertPanel.expertRepeated', {}, '/experts');
  const experts = panel.experts.map((expert) => ({
    ...expert,
    recusal: expert.recusal ?? relation(contract, expert),
    opinion: null,
  }));
  const speaking = experts.filter((expert) => expert.recusal === null).length;
  if (speaking < expertPolicy.fewestExperts) {
    return refuse(
      'expertPanel.tooFew',
      { fewest: String(expertPolicy.fewestExperts), speaking: String(speaking) },
      '/experts',
    );
  }
  return ok({ ...panel, experts, state: 'open', result: null, concludedAt: null });
}

function relation(contract: Pick<FiledContract, 'parties'>, expert: Omit<Expert, 'opinion'>): string | null {
  const fold = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');
  const unit = fold(expert.workUnit);
  const party = contract.parties.find(({ name }) => unit.includes(fold(name)) || fold(name).includes(unit));
  return party ? `所在单位与合同当事人「${party.name}」相同或有隶属关系，应当回避` : null;
}

/** One expert speaks once; who stepped aside does not. */
export function giveOpinion(
  panel: ExpertPanel,
  name: string,
  opinion: ExpertOpinion,
): Result<ExpertPanel, PanelRefusal | Refusal<'expertPanel.closed'>> {
  if (panel.state !== 'open') return refuse('expertPanel.closed');
  const expert = panel.experts.find((candidate) => candidate.name === name);
  if (!expert) return refuse('expertPanel.noExpert', {}, '/name');
  if (expert.recusal !== null) return refuse('expertPanel.recused', { reason: expert.recusal }, '/name');
  if (expert.opinion !== null) return refuse('expertPanel.alreadyGiven', {}, '/name');
  return ok({ ...panel, experts: panel.experts.map((one) => (one === expert ? { ...one, opinion } : one)) });
}

/** The majority of those who may speak, when all have spoken. */
export function concludePanel(
  panel: ExpertPanel,
  now: Date,
): Result<ExpertPanel, PanelRefusal | Refusal<'expertPanel.closed'>> {
  if (panel.state !== 'open') return refuse('expertPanel.closed');
  const speaking = panel.experts.filter((expert) => expert.recusal === null);
  const missing = speaking.filter((expert) => expert.opinion === null);
  if (missing.length > 0) {
    return refuse('expertPanel.opinionsMissing', { names: missing.map((expert) => expert.name).join('、') });
  }
  const inFavour = speaking.filter((expert) => expert.opinion?.stance === 'register').length;
  const against = speaking.length - inFavour;
  const stance = inFavour === against ? 'divided' : inFavour > against ? 'register' : 'refuse';
  return ok({ ...panel, state: 'concluded', result: { stance, inFavour, against }, concludedAt: now });
}
