export const signalNames = [
  'text',
  'object',
  'process',
  'effect',
  'promoted',
  'field',
  'zone',
  'county',
  'readiness',
  'price',
  'mode',
  'deadline',
  'ip',
  'record',
  'freshness',
] as const;
export type SignalName = (typeof signalNames)[number];

/** One named part of a score, in points. */
export interface Signal {
  readonly name: SignalName;
  readonly points: number;
}
