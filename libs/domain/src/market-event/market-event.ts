import { eventSubjects } from './catalogue.js';
import { eventVerbs, type EventSubject } from './verbs.js';

/** A transition that was taken, as units outside are told of it: ids and states, nothing else. */
export interface MarketEvent {
  /** Of the transition; the same in the feed, in every attempt of a webhook and in every replay. */
  readonly id: string;
  /** Rises without holes that fill later: whoever has read up to a sequence has read all before it. */
  readonly sequence: string;
  readonly type: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly from: string | null;
  readonly to: string;
  readonly at: Date;
}

export interface EventType {
  readonly type: string;
  /** 「技术需求：发布」 */
  readonly title: string;
  readonly subjectKind: string;
  /** `parties`: told to those concerned and to the bureau; `everybody`: also to all when it is about what is public. */
  readonly audience: 'parties' | 'everybody';
}

/** So long the feed and the deliveries are kept. */
export const eventRetentionDays = 90;
/** The type of a test delivery; no event of the market has it. */
export const testEventType = 'webhook.test';

const subjects: ReadonlyMap<string, EventSubject> = new Map(eventSubjects.map((subject) => [subject.kind, subject]));

export const eventTypes: readonly EventType[] = eventSubjects.flatMap(({ kind, title, verbs, publicStates }) =>
  verbs.map((verb) => ({
    type: `${kind}.${verb}`,
    title: `${title}：${eventVerbs[verb]}`,
    subjectKind: kind,
    audience: publicStates ? ('everybody' as const) : ('parties' as const),
  })),
);
const known: ReadonlySet<string> = new Set(eventTypes.map(({ type }) => type));

export const isEventType = (type: string): boolean => known.has(type);

/** True for what everybody may know: something became public, or what was public is so no longer. */
export const isPublicChange = (kind: string, from: string | null, to: string): boolean =>
  isPublic(kind, to) || leftTheMarket(kind, from, to);

/** What was public is so no longer: it cannot be read any more, and that it went is no secret. */
export const leftTheMarket = (kind: string, from: string | null, to: string): boolean =>
  from !== null && isPublic(kind, from) && !isPublic(kind, to);

const isPublic = (kind: string, state: string): boolean => subjects.get(kind)?.publicStates?.includes(state) ?? false;

/** The table whose row-level security says who may read the subject. */
export function tableOf(kind: string): string {
  return subjects.get(kind)?.table ?? kind.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The body of a webhook, as Standard Webhooks 1.0.0 has it; the same bytes at every attempt. */
export const eventBody = (event: MarketEvent): string =>
  JSON.stringify({ type: event.type, timestamp: event.at.toISOString(), data: eventData(event) });

export const eventData = ({ id, sequence, subjectKind, subjectId, from, to }: MarketEvent) => ({
  id,
  sequence,
  subject: { kind: subjectKind, id: subjectId },
  from,
  to,
});
