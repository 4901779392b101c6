import { isEventType } from '../market-event/market-event.js';
import type { TransitionTable, StateOf } from '../shared/state-machine.js';

/** An address of a unit to which events are sent (事件推送地址). */
export interface WebhookEndpoint {
  readonly id: string;
  readonly organizationId: string;
  /** Whoever made it or took it over: events are those that this member may read. */
  readonly personId: string;
  readonly url: string;
  readonly description: string;
  /** Empty: all types. */
  readonly eventTypes: readonly string[];
  readonly state: EndpointState;
  readonly disabledReason: DisabledReason | null;
  /** Since when every attempt failed; null after a success. */
  readonly failingSince: Date | null;
  /** Until when the secret before the present one signs too. */
  readonly previousSecretUntil: Date | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const webhookEndpointTransitions = {
  active: { disable: 'disabled', remove: 'removed' },
  disabled: { enable: 'active', remove: 'removed' },
  removed: {},
} as const satisfies TransitionTable;
export type EndpointState = StateOf<typeof webhookEndpointTransitions>;

/** `owner`: switched off by the unit itself. `gone`: the receiver answered 410. */
export const disabledReasons = ['owner', 'gone', 'failing', 'makerLeft', 'secretUnreadable'] as const;
export type DisabledReason = (typeof disabledReasons)[number];

export const webhookDeliveryTransitions = {
  pending: { deliver: 'delivered', exhaust: 'failed', skip: 'skipped' },
  delivered: { replay: 'pending' },
  failed: { replay: 'pending' },
  skipped: { replay: 'pending' },
} as const satisfies TransitionTable;
export type DeliveryState = StateOf<typeof webhookDeliveryTransitions>;

/** One event for one endpoint. */
export interface WebhookDelivery {
  readonly id: string;
  readonly endpointId: string;
  /** The header `webhook-id`: of the event, the same at every attempt and replay. */
  readonly messageId: string;
  readonly eventType: string;
  /** Null for a test delivery. */
  readonly sequence: string | null;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly nextAttemptAt: Date | null;
  readonly createdAt: Date;
}

export interface WebhookAttempt {
  readonly id: string;
  readonly attempt: number;
  readonly at: Date;
  /** Null when no answer came. */
  readonly status: number | null;
  readonly durationMs: number;
  readonly error: AttemptError | null;
  readonly answer: string;
}

/** Why no answer counts. */
export const attemptErrors = [
  'timeout',
  'addressForbidden',
  'unresolved',
  'connection',
  'tls',
  'answerTooLarge',
  'answerMalformed',
] as const;
export type AttemptError = (typeof attemptErrors)[number];

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/**
 * Pauses before each attempt: ten over 75 h 35 min 5 s. Standard Webhooks 1.0.0, "Deliverability and reliability":
 * "Immediately, 5 seconds, 5 minutes, 30 minutes, 2 hours, 5 hours, 10 hours, 14 hours, 20 hours, 24 hours".
 */
export const attemptPausesMs: readonly number[] = [
  0,
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];
/** "with random jitter": at most this share is added, so that receivers that were down are not all met at once. */
const mostJitter = 0.1;
/** So long a replaced secret signs beside the new one. */
export const secretOverlapMs = 24 * hour;
export const maxEndpoints = 10;

/** When the attempt after `attempts` ones is due, or null when there is none. `chance` is of [0, 1). */
export function nextAttemptAt(attempts: number, now: Date, chance: number): Date | null {
  const pause = attemptPausesMs[attempts];
  return pause === undefined ? null : new Date(now.getTime() + Math.round(pause * (1 + mostJitter * chance)));
}

/** What an answer means. Redirects are not followed and count as failures; 410 says that nobody is there for good. */
export function meaningOf(status: number | null): 'delivered' | 'gone' | 'failed' {
  if (status !== null && status >= 200 && status < 300) return 'delivered';
  return status === 410 ? 'gone' : 'failed';
}

/**
 * True when an endpoint is switched off: a message took all its attempts, 75 hours at least, and nothing else came
 * through meanwhile.
 */
export const failedForGood = (failingSince: Date | null, now: Date): boolean =>
  failingSince !== null && now.getTime() - failingSince.getTime() >= total(attemptPausesMs);

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

export const wants = (endpoint: Pick<WebhookEndpoint, 'eventTypes'>, type: string): boolean =>
  endpoint.eventTypes.length === 0 || endpoint.eventTypes.includes(type);

export const unknownEventType = (types: readonly string[]): string | undefined =>
  types.find((type) => !isEventType(type));

const maxAnswerCharacters = 1_024;

/**
 * The beginning of an answer as the log shows it: no control characters, nothing that looks like a secret, a token, a
 * telephone or identity number, or a mail address.
 */
export function redactAnswer(text: string): string {
  return text
    .slice(0, 4 * maxAnswerCharacters)
    .replaceAll(/[\p{Cc}\p{Cs}\ufffd]+/gu, ' ')
    .replaceAll(/\b(whsec_|qytt_(?:live|test)_|Bearer\s+|Basic\s+)[\w+/=.-]+/gi, '$1***')
    .replaceAll(
      /("?(?:password|passwd|secret|token|authorization|api[-_]?key|cookie)"?\s*[:=]\s*"?)[^\s",;}]+/gi,
      '$1***',
    )
    .replaceAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '***@***')
    .replaceAll(/\d{7,}[\dXx]/g, (digits) => `${digits.slice(0, 3)}***`)
    .slice(0, maxAnswerCharacters);
}
