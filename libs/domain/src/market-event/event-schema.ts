import { eventSubjects } from './catalogue.js';
import { eventStates } from './event-states.js';
import { eventTypes, testEventType, type EventType } from './market-event.js';
import type { TransitionTable } from '../shared/state-machine.js';

/**
 * The payload of every type of event as JSON Schema 2020-12, made of the catalogue and of the tables of states that the
 * emitting code itself goes by. A new type or state widens what receivers may be sent; a member that goes, or means
 * something else, is a new version.
 */
export const payloadVersion = '1';

/** A step that an event tells of; `from` is null where the subject is new. */
export interface EventStep {
  readonly from: string | null;
  readonly to: string;
}

export interface JsonSchema {
  readonly [member: string]: unknown;
}

const tables: Readonly<Record<string, TransitionTable | undefined>> = eventStates;

/** States that a subject of this kind has; empty for one that never changes. */
export const statesOfKind = (kind: string): readonly string[] => Object.keys(tables[kind] ?? {});

/** Steps between states that a verb may take, as the kind's table has them. Beginnings stand in no table. */
export function stepsOf(kind: string, verb: string): readonly EventStep[] {
  return Object.entries(tables[kind] ?? {}).flatMap(([from, events]) => {
    const to = Object.hasOwn(events, verb) ? events[verb] : undefined;
    return to === undefined || to === from ? [] : [{ from, to }];
  });
}

const uuid = { type: 'string', format: 'uuid' };
const object = (properties: JsonSchema, closed: boolean): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  // Receivers must bear members that come later; what we send ourselves is held to the letter.
  additionalProperties: !closed,
});

/** The schema of one type's payload; null for a type that is none. `closed`: no member that is not named. */
export function payloadSchema(type: string, closed = false): JsonSchema | null {
  if (type === testEventType) return message(type, '测试推送', object({ id: uuid }, closed), closed);
  const found = eventTypes.find((one) => one.type === type);
  if (!found) return null;
  const data = {
    id: { ...uuid, description: '事件编号，与 webhook-id 相同，重发不变' },
    sequence: { type: 'string', pattern: '^[1-9][0-9]{0,18}$', description: '序号，只增不减；据此排序' },
    subject: object({ kind: { const: found.subjectKind }, id: uuid }, closed),
    from: { type: ['string', 'null'], description: '原状态；新建时为 null' },
    to: { type: 'string', description: '新状态' },
  };
  return message(type, found.title, { ...object(data, closed), anyOf: stepSchemas(found) }, closed);
}

const message = (type: string, title: string, data: JsonSchema, closed: boolean): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title,
  'x-version': payloadVersion,
  ...object({ type: { const: type }, timestamp: { type: 'string', format: 'date-time' }, data }, closed),
});

/**
 * Each step by itself, and a beginning in any state of the kind. What an officer does in one act may be one of several
 * steps of the table (认定: 登记 or 转复审): such a verb stands in no table and leads from any state to any.
 */
function stepSchemas({ type, subjectKind }: EventType): readonly JsonSchema[] {
  const verb = type.slice(subjectKind.length + 1);
  const states = statesOfKind(subjectKind);
  const begun = { properties: { from: { type: 'null' }, to: states.length === 0 ? {} : { enum: [...states] } } };
  const taken = stepsOf(subjectKind, verb).map(({ from, to }) => ({
    properties: { from: { const: from }, to: { const: to } },
  }));
  if (taken.length > 0 || states.length === 0) return [...taken, begun];
  return [{ properties: { from: { enum: [...states, null] }, to: { enum: [...states] } } }];
}

/** What every message of one kind of subject is like, for the `webhooks` of the document. */
export const kindSchemas = (): readonly {
  readonly kind: string;
  readonly title: string;
  readonly schema: JsonSchema;
}[] =>
  eventSubjects.map(({ kind, title, verbs }) => {
    const states = statesOfKind(kind);
    const state = states.length === 0 ? { type: 'string' } : { type: 'string', enum: [...states] };
    const data = {
      id: uuid,
      sequence: { type: 'string', pattern: '^[1-9][0-9]{0,18}$' },
      subject: object({ kind: { type: 'string', enum: [kind] }, id: uuid }, false),
      from: { ...state, type: ['string', 'null'], ...(states.length > 0 && { enum: [...states, null] }) },
      to: state,
    };
    const type = { type: 'string', enum: verbs.map((verb) => `${kind}.${verb}`) };
    const timestamp = { type: 'string', format: 'date-time' };
    return { kind, title, schema: object({ type, timestamp, data: object(data, false) }, false) };
  });
