import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type pg from 'pg';
import { payloadSchema } from '#domain/market-event/event-schema.js';
import { eventBody, isEventType } from '#domain/market-event/market-event.js';

const ajv = new Ajv2020({
  strict: false,
  allErrors: true,
  formats: {
    uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
  },
});
const compiled = new Map<string, ValidateFunction>();

/** Why a message is not as its type's published schema has it; empty when it is, to the letter. */
export function payloadFaults(body: string): string[] {
  const message = JSON.parse(body) as { readonly type?: string };
  const type = message.type ?? '';
  const schema = payloadSchema(type, true);
  if (!schema) return [`${type} is not in the catalogue`];
  const validate = compiled.get(type) ?? ajv.compile(schema);
  compiled.set(type, validate);
  return validate(message)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message: why }) => `${type}${instancePath} ${why}: ${body}`);
}

/** Every kind of step that a market has taken, held against the schema of the event that tells of it. */
export async function emittedFaults(owner: pg.Pool): Promise<string[]> {
  const { rows } = await owner.query<{ kind: string; verb: string; from: string | null; to: string; id: string }>(
    `SELECT subject_kind AS kind, event AS verb, from_state AS "from", to_state AS "to", min(subject_id::text) AS id
     FROM transition GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
  );
  return rows
    .filter(({ kind, verb }) => isEventType(`${kind}.${verb}`))
    .flatMap(({ kind, verb, from, to, id }) =>
      payloadFaults(
        eventBody({
          ...{ id, sequence: '1', type: `${kind}.${verb}`, subjectKind: kind, subjectId: id },
          ...{ from, to, at: new Date(0) },
        }),
      ),
    );
}
