import { v7 as uuid } from 'uuid';
import type { ContractRegistration } from '#domain/contract-registration/contract-registration.js';
import type { TestDatabase } from '../support/database.js';
import { filedContract, registration as aRegistration } from '../support/registrations.js';

let serial = 0;

/** A registered contract, brought about by one agency and one broker. */
export function registeredCase(
  over: {
    readonly agencyId?: string;
    readonly brokerId?: string;
    readonly technologyValue?: bigint;
    readonly registeredAt?: Date;
    readonly contractId?: string;
  } = {},
): ContractRegistration {
  serial += 1;
  const technologyValue = over.technologyValue ?? 5_000_000_000n;
  const number = `2026621002${String(serial).padStart(6, '0')}`;
  const broker = { brokerPersonId: over.brokerId ?? uuid(), agencyOrganizationId: over.agencyId ?? uuid() };
  const contract = filedContract({
    contractValue: technologyValue,
    declaredTechnologyValue: technologyValue,
    brokerage: [{ ...broker, shareBasisPoints: 10_000 }],
  });
  return aRegistration({
    id: uuid(),
    contractId: over.contractId ?? uuid(),
    contract,
    state: 'registered',
    registeredAt: over.registeredAt ?? new Date('2026-06-01T02:00:00Z'),
    registrationNumber: number,
    provisionalNumber: `QY-2026-${number.slice(10)}-3F9A07C21B`,
    revision: 1,
    determination: {
      technologyValue,
      type: contract.type,
      reason: null,
      landingConfirmed: false,
      determinedBy: uuid(),
    },
  });
}

/** The registration with another technology value, as a change of it leaves it. */
export const changedTo = (registration: ContractRegistration, technologyValue: bigint): ContractRegistration => ({
  ...registration,
  contract: { ...registration.contract, contractValue: technologyValue, declaredTechnologyValue: technologyValue },
  determination: registration.determination && { ...registration.determination, technologyValue },
  revision: registration.revision + 1,
});

export const cancelled = (registration: ContractRegistration): ContractRegistration => ({
  ...registration,
  state: 'cancelled',
});

/** Writes an outbox event with the one delivery; its id. */
export async function deliver(
  { owner }: TestDatabase,
  jobName: string,
  payload: Readonly<Record<string, string>>,
): Promise<string> {
  const { rows } = await owner.query(
    `WITH event AS (
       INSERT INTO outbox_event (id, topic, payload, request_id) VALUES (gen_random_uuid(), $1, $2, 'faults') RETURNING id)
     INSERT INTO outbox_delivery (id, event_id, job_name, bulk) SELECT gen_random_uuid(), id, $1, false FROM event
     RETURNING id`,
    [jobName, JSON.stringify(payload)],
  );
  return rows[0].id;
}
