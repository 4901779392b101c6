import type { MatchFinding } from '../matching/match.js';
import type { Role } from '../shared/actor.js';

/**
 * Whom a sandbox pretends: the other side, a broker, and the two officers of the registration. They are units within the
 * sandbox, act by the same use cases as everybody, and only when the integrator asks them for their next step.
 */
export const simulatedParts = {
  counterpart: { name: '沙箱·模拟对方', kind: 'enterprise', roles: ['enterprise'] },
  broker: { name: '沙箱·模拟经纪机构', kind: 'transferAgency', roles: ['broker', 'agencyManager'] },
  registrar: { name: '沙箱·模拟登记机构', kind: 'cityBureau', roles: ['registrar'] },
  reviewer: { name: '沙箱·模拟复核机构', kind: 'cityBureau', roles: ['reviewer'] },
} as const satisfies Readonly<Record<string, { name: string; kind: string; roles: readonly Role[] }>>;
export type SimulatedPart = keyof typeof simulatedParts;

export const simulatedSubjects = ['match', 'introduction', 'deal', 'contract', 'contractRegistration'] as const;
export type SimulatedSubject = (typeof simulatedSubjects)[number];

/** What the pretended side did. */
export interface SimulatedStep {
  readonly by: SimulatedPart;
  /** 做了什么, for the integrator to read. */
  readonly did: string;
  readonly subjectKind: string;
  readonly subjectId: string;
}

/** The magic beginning of a demand's or an achievement's own key (`externalKey`) that gets it a simulated match. */
export const matchKey = '沙箱:撮合';
export const wantsMatch = (externalKey: string | null): boolean => /^沙箱[:：]撮合/.test(externalKey ?? '');

/** No engine looked at the pair, and every reader of it is told so. */
export const simulatedFinding: MatchFinding = {
  score: 88,
  grade: 'strong',
  reasons: {
    summary: '沙箱模拟撮合：对方及其内容由沙箱生成，未经撮合引擎评分。',
    agreements: [],
    gaps: [{ kind: 'text', text: '模拟数据，仅供接口联调。' }],
    signals: [{ name: 'text', points: 88 }],
  },
  modelVersion: 'sandbox',
};

/** Offices of the market have other codes: a number of the sandbox shows what it is (see `registration-number`). */
export const sandboxOffice = '99';

/** Where the simulated other side sits: within the city, so that a landing holds. */
export const simulatedCounty = '621002';
/** What the simulated seller asks when nobody has named a price, in 分. */
export const simulatedPrice = 50_000_000n;
