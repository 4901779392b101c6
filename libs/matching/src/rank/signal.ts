export const signalNames = ['text', 'object', 'field', 'zone', 'county', 'readiness', 'price', 'freshness'] as const;
export type SignalName = (typeof signalNames)[number];

/** One named part of a score, in points. */
export interface Signal {
  readonly name: SignalName;
  readonly points: number;
}
