import type { ValueTransformer } from 'typeorm';

/** PostgreSQL bigint ↔ JavaScript bigint. node-pg delivers bigint columns as text. */
export const bigintColumn: ValueTransformer = {
  to: (value: bigint | null | undefined) => value?.toString(),
  from: (value: string | null) => (value === null ? null : BigInt(value)),
};
