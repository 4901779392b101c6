import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const zones = ['UTC', 'America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Kiritimati', 'Pacific/Niue', 'Europe/London'];
const domain = join(process.cwd(), 'dist/libs/domain/src');

/** What the compiled rules say of the last and the first instant of a year, in a process of its own zone. */
const program = `
  const { fiscalYear, beijingDate, startOfBeijingDay } = await import('${domain}/calendar/local-date.js');
  const { claimsOf } = await import('${domain}/reward/reward.js');
  const { policiesOn, rewardPolicies } = await import('${domain}/reward/reward.policy.js');
  const contract = { relatedParty: false, brokerage: [{ brokerPersonId: 'b', agencyOrganizationId: 'a', shareBasisPoints: 10000 }],
    parties: [], contractValue: 1n, nonTechnologyItems: [], declaredTechnologyValue: 1n };
  const rows = ['2026-12-31T15:59:59.999Z', '2026-12-31T16:00:00.000Z', '2027-12-31T15:59:59.999Z', '2028-02-29T15:59:59.999Z',
    '2028-02-29T16:00:00.000Z'].map((text) => {
    const registeredAt = new Date(text);
    const facts = { contract, technologyValue: 1n, registeredAt, landing: 'buyerInCity', organizationKinds: new Map() };
    const day = beijingDate(registeredAt);
    return [fiscalYear(registeredAt), day, startOfBeijingDay(day).toISOString(),
      ...claimsOf(policiesOn(rewardPolicies, day), facts).map((claim) => claim.fiscalYear)];
  });
  console.log(JSON.stringify({ rows, local: new Date(0).getHours() }));`;

describe('the edge of the fiscal year', () => {
  it('is midnight in Beijing on a process of any time zone', async () => {
    const told = await Promise.all(
      zones.map(async (TZ) => {
        const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
          env: { ...process.env, TZ },
        });
        return JSON.parse(stdout) as { rows: unknown[]; local: number };
      }),
    );
    expect(new Set(told.map(({ local }) => local)).size).toBeGreaterThan(3); // the zones did take effect
    for (const { rows } of told) {
      expect(rows).toEqual([
        [2026, '2026-12-31', '2026-12-30T16:00:00.000Z', 2026, 2026],
        [2027, '2027-01-01', '2026-12-31T16:00:00.000Z', 2027, 2027],
        [2027, '2027-12-31', '2027-12-30T16:00:00.000Z', 2027, 2027],
        [2028, '2028-02-29', '2028-02-28T16:00:00.000Z', 2028, 2028],
        [2028, '2028-03-01', '2028-02-29T16:00:00.000Z', 2028, 2028],
      ]);
    }
  });
});
