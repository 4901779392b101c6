import type { LocalDate } from '../calendar/local-date.js';
import type { Fen } from '../money/money.js';
import { sum } from '../money/rate.js';
import type { ReadinessEvidence } from '../readiness/readiness.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type StateOf, type TransitionTable } from '../shared/state-machine.js';

/** A pilot project (中试熟化): an achievement brought from one readiness level to another, gate by gate. */
export interface PilotProject {
  readonly id: string;
  readonly achievementId: string;
  readonly organizationId: string;
  readonly state: PilotProjectState;
  readonly title: string;
  readonly plan: string;
  /** Where it runs, and with what equipment. */
  readonly site: string;
  readonly equipment: string | null;
  readonly carrierId: string | null;
  readonly farming: boolean;
  /** Readiness that it starts from; its gates are the levels above, one each. */
  readonly fromLevel: number;
  readonly toLevel: number;
  readonly budget: Fen;
  readonly spent: Fen;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly gates: readonly PilotGate[];
  readonly stateReason: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const pilotProjectTransitions = {
  planned: { start: 'running', stop: 'stopped' },
  running: { hold: 'held', stop: 'stopped', complete: 'completed' },
  held: { resume: 'running', stop: 'stopped' },
  stopped: {},
  completed: {},
} as const satisfies TransitionTable;
export type PilotProjectState = StateOf<typeof pilotProjectTransitions>;

/** A stage gate (阶段门): passed with evidence for its level, or not. */
export interface PilotGate {
  readonly id: string;
  readonly level: number;
  readonly criteria: string;
  readonly dueOn: LocalDate;
  readonly state: PilotGateState;
  readonly evidence: readonly ReadinessEvidence[];
  readonly report: string | null;
  readonly decision: GateDecision | null;
  readonly decisionReason: string | null;
  readonly decidedBy: string | null;
}

export const pilotGateTransitions = {
  pending: { submit: 'submitted' },
  submitted: { go: 'passed', hold: 'pending', stop: 'failed' },
  passed: {},
  failed: {},
} as const satisfies TransitionTable;
export type PilotGateState = StateOf<typeof pilotGateTransitions>;

export const gateDecisions = ['go', 'hold', 'stop'] as const;
export type GateDecision = (typeof gateDecisions)[number];

/** Money that was spent on the project: recorded, never paid from here. */
export interface PilotSpending {
  readonly id: string;
  readonly category: SpendingCategory;
  readonly amount: Fen;
  readonly spentOn: LocalDate;
  readonly note: string;
}
export const spendingCategories = ['equipment', 'material', 'testing', 'labour', 'other'] as const;
export type SpendingCategory = (typeof spendingCategories)[number];

export type PlanRefusal = Refusal<'pilotProject.gatesWrong' | 'pilotProject.daysWrong'>;

/** One gate for each level from the one above the start up to the goal, in order, each due within the project. */
export function checkPlan(
  { fromLevel, toLevel, startsOn, endsOn }: Pick<PilotProject, 'fromLevel' | 'toLevel' | 'startsOn' | 'endsOn'>,
  gates: readonly Pick<PilotGate, 'level' | 'dueOn'>[],
): Result<null, PlanRefusal> {
  const fits = toLevel > fromLevel && gates.length === toLevel - fromLevel;
  if (!fits || gates.some(({ level }, at) => level !== fromLevel + 1 + at)) {
    return refuse('pilotProject.gatesWrong', { from: String(fromLevel + 1), to: String(toLevel) }, '/gates');
  }
  const days = [startsOn, ...gates.map(({ dueOn }) => dueOn), endsOn];
  if (days.some((day, at) => at > 0 && day < (days[at - 1] ?? day)))
    return refuse('pilotProject.daysWrong', {}, '/gates');
  return ok(null);
}

/** The gate whose turn it is: the lowest that was not passed. */
export const gateInTurn = ({ gates }: Pick<PilotProject, 'gates'>): PilotGate | null =>
  gates.find(({ state }) => state !== 'passed') ?? null;

export type GateRefusal = Refusal<'state.notAllowed' | 'pilotProject.gateNotInTurn' | 'pilotProject.gateUnknown'>;

/** Hands in a gate's evidence; gates are taken in order and only while the project runs. */
export function submitGate(
  project: PilotProject,
  level: number,
  evidence: readonly ReadinessEvidence[],
  report: string,
): Result<PilotProject, GateRefusal> {
  if (project.state !== 'running') return notRunning(project.state, 'submitGate');
  const inTurn = gateInTurn(project);
  if (!project.gates.some((gate) => gate.level === level))
    return refuse('pilotProject.gateUnknown', { level: String(level) });
  if (inTurn?.level !== level) return refuse('pilotProject.gateNotInTurn', { level: String(inTurn?.level ?? '') });
  const next = transition(pilotGateTransitions, inTurn.state, 'submit');
  if (!next.ok) return next;
  return ok(withGate(project, { ...inTurn, state: next.value, evidence, report }));
}

/** go: the next gate, or the end; hold: the project waits and the gate is handed in again; stop: the project ends. */
export function decideGate(
  project: PilotProject,
  level: number,
  decision: GateDecision,
  reason: string,
  decidedBy: string,
): Result<PilotProject, GateRefusal> {
  if (project.state !== 'running') return notRunning(project.state, decision);
  const gate = project.gates.find((each) => each.level === level);
  if (!gate) return refuse('pilotProject.gateUnknown', { level: String(level) });
  const next = transition(pilotGateTransitions, gate.state, decision);
  if (!next.ok) return next;
  const decided = withGate(project, { ...gate, state: next.value, decision, decisionReason: reason, decidedBy });
  if (decision === 'go') return ok(gateInTurn(decided) === null ? { ...decided, state: 'completed' } : decided);
  return ok({ ...decided, state: decision === 'hold' ? 'held' : 'stopped', stateReason: reason });
}

/** What is spent stays within the budget of the plan. */
export function recordSpending(
  project: PilotProject,
  amounts: readonly Fen[],
): Result<PilotProject, Refusal<'pilotProject.overBudget' | 'pilotProject.amountZero' | 'state.notAllowed'>> {
  if (project.state !== 'running' && project.state !== 'held') return notRunning(project.state, 'spend');
  if (amounts.some((amount) => amount <= 0n)) return refuse('pilotProject.amountZero', {}, '/amountYuan');
  const spent = project.spent + sum(amounts);
  return spent > project.budget ? refuse('pilotProject.overBudget', {}, '/amountYuan') : ok({ ...project, spent });
}

const notRunning = (state: string, event: string) =>
  refuse('state.notAllowed', {
    state,
    event,
    allowed: Object.keys(pilotProjectTransitions[state as PilotProjectState]).join('、') || '无',
  });

const withGate = (project: PilotProject, gate: PilotGate): PilotProject => ({
  ...project,
  gates: project.gates.map((each) => (each.id === gate.id ? gate : each)),
});
