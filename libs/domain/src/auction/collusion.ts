import { relationBetween, relationReason, type Relation } from '../relation/relation.js';
import type { AuctionRegistration } from './auction.js';
import type { AuctionRecordEntry } from './auction-record.js';

/**
 * Signals of collusion (拍卖法 art. 37). Each is something for a person of the bureau to look at, with what it rests on;
 * none is a verdict, and nothing follows from one by itself.
 */
export interface CollusionSignal {
  readonly kind: SignalKind;
  readonly registrationIds: readonly string[];
  /** What was seen, in words. */
  readonly seen: string;
}

export const signalKinds = [
  'sharedAddress',
  'sharedContact',
  'relatedOrganizations',
  'relatedToSeller',
  'takingTurns',
  'silentCompanion',
] as const;
export type SignalKind = (typeof signalKinds)[number];

export const signalTitles = {
  sharedAddress: '网络地址相同',
  sharedContact: '联系人或电话相同',
  relatedOrganizations: '竞买人之间有利害关系',
  relatedToSeller: '与转让方有利害关系',
  takingTurns: '两个竞买人以最小加价轮流应价',
  silentCompanion: '通过资格确认而始终未应价',
} as const satisfies Record<SignalKind, string>;

export interface SignalInput {
  readonly sellerOrganizationId: string;
  readonly registrations: readonly AuctionRegistration[];
  readonly entries: readonly Pick<AuctionRecordEntry, 'kind' | 'paddle' | 'amount'>[];
  readonly relations: readonly Relation[];
  /** The least that a bid had to be, by the index of its entry. */
  readonly minimumAt: (index: number) => bigint;
}

/** So many bids in turn, each the least possible, before turns are worth a look. */
const turnsWorthALook = 6;

export function collusionSignals(input: SignalInput): readonly CollusionSignal[] {
  const competitors = input.registrations.filter(({ state }) => state === 'registered' || state === 'qualified');
  return [
    ...pairSignals(competitors, input.relations),
    ...sellerSignals(competitors, input),
    ...patternSignals(competitors, input),
  ];
}

function pairSignals(
  competitors: readonly AuctionRegistration[],
  relations: readonly Relation[],
): readonly CollusionSignal[] {
  return competitors.flatMap((one, at) =>
    competitors.slice(at + 1).flatMap((other): CollusionSignal[] => {
      const registrationIds = [one.id, other.id];
      const signals: CollusionSignal[] = [];
      if (one.address !== '' && one.address === other.address) {
        signals.push({ kind: 'sharedAddress', registrationIds, seen: `报名来自同一网络地址 ${one.address}` });
      }
      if (digits(one.contactPhone) === digits(other.contactPhone)) {
        signals.push({ kind: 'sharedContact', registrationIds, seen: '联系电话相同' });
      } else if (one.contactName === other.contactName) {
        signals.push({ kind: 'sharedContact', registrationIds, seen: '联系人姓名相同' });
      }
      const chain = relationBetween(relations, organization(one), organization(other));
      if (chain) {
        signals.push({ kind: 'relatedOrganizations', registrationIds, seen: `利害关系：${relationReason(chain)}` });
      }
      return signals;
    }),
  );
}

/** Registering checked it; a relation that was declared later shows here. */
const sellerSignals = (competitors: readonly AuctionRegistration[], input: SignalInput): readonly CollusionSignal[] =>
  competitors.flatMap((one): CollusionSignal[] => {
    const seller = { kind: 'organization', id: input.sellerOrganizationId } as const;
    const chain = relationBetween(input.relations, organization(one), seller);
    return chain
      ? [{ kind: 'relatedToSeller', registrationIds: [one.id], seen: `利害关系：${relationReason(chain)}` }]
      : [];
  });

function patternSignals(competitors: readonly AuctionRegistration[], input: SignalInput): readonly CollusionSignal[] {
  const byPaddle = new Map(competitors.map((one) => [one.paddle, one]));
  const bids = input.entries.flatMap((entry, index) => (entry.kind === 'bid' ? [{ ...entry, index }] : []));
  const tight = bids.slice(-turnsWorthALook);
  const paddles = new Set(tight.map(({ paddle }) => paddle));
  const least = tight.every(({ amount, index }) => amount === input.minimumAt(index));
  const turns =
    competitors.filter(({ state }) => state === 'qualified').length > 2 &&
    tight.length === turnsWorthALook &&
    paddles.size === 2 &&
    least;
  const named = [...paddles].flatMap((paddle) => byPaddle.get(paddle)?.id ?? []);
  const active = new Set(input.entries.map(({ paddle }) => paddle));
  const silent = competitors.filter(({ state, paddle }) => state === 'qualified' && !active.has(paddle));
  return [
    ...(turns
      ? [
          {
            kind: 'takingTurns' as const,
            registrationIds: named,
            seen: `最后 ${turnsWorthALook} 次应价由两个竞买人轮流作出，均为最小加价，其他竞买人没有应价`,
          },
        ]
      : []),
    ...(bids.length === 0
      ? []
      : silent.map(({ id }) => ({
          kind: 'silentCompanion' as const,
          registrationIds: [id],
          seen: '交纳保证金并通过资格确认，但始终没有应价',
        }))),
  ];
}

const organization = ({ organizationId }: AuctionRegistration) =>
  ({ kind: 'organization', id: organizationId }) as const;
const digits = (phone: string): string => phone.replace(/\D/g, '');
