import type { LocalDate } from '../calendar/local-date.js';
import type { Fen } from '../money/money.js';

export interface SizeBand {
  readonly code: string;
  readonly name: string;
  /** Included: 以上 includes the number (民法典 art. 1259). */
  readonly from: Fen;
  /** Excluded: 不满 excludes the number. Null is without end. */
  readonly below: Fen | null;
}

/** Bands of the contract value (成交额). Only the last is in a public report: 1000万元以上 is 重大合同 (Gansu, 2016). */
export interface SizeBandPolicy {
  readonly source: string;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
  readonly bands: readonly SizeBand[];
}

const wan = 1_000_000n;

export const sizeBandPolicies: readonly SizeBandPolicy[] = [
  {
    source: '1000万元以上为重大技术合同（甘肃省2016年技术市场通报，转载）；其余档次为本平台设定，非法定。',
    effectiveFrom: '2000-01-01',
    effectiveTo: null,
    bands: [
      { code: 'below10', name: '不满10万元', from: 0n, below: 10n * wan },
      { code: 'from10', name: '10万元以上不满50万元', from: 10n * wan, below: 50n * wan },
      { code: 'from50', name: '50万元以上不满100万元', from: 50n * wan, below: 100n * wan },
      { code: 'from100', name: '100万元以上不满500万元', from: 100n * wan, below: 500n * wan },
      { code: 'from500', name: '500万元以上不满1000万元', from: 500n * wan, below: 1000n * wan },
      { code: 'from1000', name: '1000万元以上', from: 1000n * wan, below: null },
    ],
  },
];

/** The band of a contract value by the policy of its day of registration. */
export function sizeBandOf(contractValue: Fen, registeredOn: LocalDate): SizeBand {
  const policy = sizeBandPolicies.find(
    ({ effectiveFrom, effectiveTo }) =>
      effectiveFrom <= registeredOn && (effectiveTo === null || registeredOn <= effectiveTo),
  );
  const band = policy?.bands.find(
    ({ from, below }) => contractValue >= from && (below === null || contractValue < below),
  );
  if (!band) throw new RangeError(`no size band for ${contractValue} on ${registeredOn}`);
  return band;
}
