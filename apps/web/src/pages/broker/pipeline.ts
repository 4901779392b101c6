import { useQueries } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client.ts';
import { useMe } from '../../ui/me.ts';

/** One thing on its way from a match to a registered contract. */
export interface Card {
  readonly id: string;
  readonly title: string;
  readonly to: string;
  readonly at: string;
  /** null: there is no amount at this step. */
  readonly fen: bigint | null;
  readonly mine: boolean;
}

export const stages = ['match', 'introduction', 'deal', 'contract', 'registration'] as const;
export type Stage = (typeof stages)[number];

const many = { params: { query: { limit: 100 } } };

/** What the agency brokers, each thing once, at the step it has reached. null while it is read. */
export function usePipeline(): Readonly<Record<Stage, readonly Card[]>> | null {
  const me = useMe().data;
  const mandates = api.useQuery('get', '/v1/mandates', many).data?.items;
  const introductions = api.useQuery('get', '/v1/introductions', many).data?.items;
  const deals = api.useQuery('get', '/v1/deals', many).data?.items;
  const contracts = api.useQuery('get', '/v1/contracts', many).data?.items;
  const agency = me?.organizationId;
  const accepted = mandates?.filter((held) => held.agencyOrganizationId === agency && held.state === 'accepted') ?? [];
  const made = introductions?.filter(({ introducer }) => introducer.organizationId === agency) ?? [];
  const brokered = deals?.filter(({ brokers }) => brokers.some((part) => part.agencyOrganizationId === agency)) ?? [];
  const matches = useMatches(accepted);
  const titles = useDemandTitles([...made, ...brokered].flatMap(({ demandId }) => demandId ?? []));
  const prices = usePrices(brokered.filter(({ state }) => state === 'negotiating' || state === 'agreed'));
  const registration = useRegistrations();
  if (!me || !mandates || !introductions || !deals || !contracts) return null;

  const mineBy = (personId: string): boolean => personId === me.id;
  const introduced = new Set(introductions.map(({ matchId }) => matchId));
  const dealt = new Set(deals.map(({ introductionId }) => introductionId));
  return {
    match: matches
      .filter(({ id, state }) => !introduced.has(id) && (state === 'proposed' || state === 'accepted'))
      .map((match) => ({
        id: match.id,
        title: `${match.demandTitle} × ${match.achievementTitle}`,
        to: `/workbench/broker/matches/demand/${match.demandId}`,
        ...{ at: match.createdAt, fen: null },
        mine: accepted.some(
          ({ subject, brokerPersonId }) =>
            mineBy(brokerPersonId) && (subject.id === match.demandId || subject.id === match.achievementId),
        ),
      })),
    introduction: made
      .filter(({ id, state }) => !dealt.has(id) && state !== 'declined')
      .map(({ id, demandId, message, createdAt, introducer }) => ({
        ...{ id, title: titles.get(demandId) ?? message, to: `/workbench/broker/introductions#${id}` },
        ...{ at: createdAt, fen: null, mine: mineBy(introducer.personId) },
      })),
    deal: brokered
      .filter(({ state }) => state === 'negotiating' || state === 'agreed')
      .map(({ id, demandId, createdAt, brokers, introductionId }) => ({
        ...{ id, title: titles.get(demandId ?? '') ?? id, at: createdAt, fen: prices.get(id) ?? null },
        to: `/workbench/broker/introductions#${introductionId ?? ''}`,
        mine: brokers.some(({ brokerPersonId }) => mineBy(brokerPersonId)),
      })),
    contract: contracts
      .filter(({ state }) => state !== 'cancelled')
      .map(({ id, title, contractValue, signedOn, dealId }) => ({
        ...{ id, title, to: '/workbench/broker/commissions', at: signedOn ?? '', fen: BigInt(contractValue.fen) },
        mine: brokered.some((deal) => deal.id === dealId && deal.brokers.some((part) => mineBy(part.brokerPersonId))),
      })),
    registration,
  };
}

function useMatches(mandates: readonly Schemas['MandateView'][]): Schemas['TitledMatchView'][] {
  const subjects = [...new Map(mandates.map(({ subject }) => [subject.id, subject])).values()];
  const ofDemands = useQueries({
    queries: subjects
      .filter(({ kind }) => kind === 'demand')
      .map(({ id }) => api.queryOptions('get', '/v1/demands/{id}/matches', { params: { path: { id } } })),
  });
  const ofOffers = useQueries({
    queries: subjects
      .filter(({ kind }) => kind === 'achievement')
      .map(({ id }) => api.queryOptions('get', '/v1/achievements/{id}/matches', { params: { path: { id } } })),
  });
  const all = [...ofDemands, ...ofOffers].flatMap(({ data }) => data?.items ?? []);
  return [...new Map(all.map((match) => [match.id, match])).values()];
}

function useDemandTitles(ids: readonly string[]): ReadonlyMap<string, string> {
  const read = useQueries({
    queries: [...new Set(ids)].map((id) =>
      api.queryOptions('get', '/v1/demands/{id}', { params: { path: { id } } }, { staleTime: 300_000 }),
    ),
  });
  return new Map(read.flatMap(({ data }) => (data ? [[data.id, data.title] as const] : [])));
}

/** The agreed price of each deal, or the last one offered. */
function usePrices(deals: readonly Schemas['DealView'][]): ReadonlyMap<string, bigint> {
  const read = useQueries({
    queries: deals.map(({ id }) => api.queryOptions('get', '/v1/deals/{id}/offers', { params: { path: { id } } })),
  });
  return new Map(
    deals.flatMap(({ id, agreedSerial }, index) => {
      const offers = read[index]?.data?.items ?? [];
      const offer = offers.find(({ serial }) => serial === agreedSerial) ?? offers.at(-1);
      return offer ? [[id, BigInt(offer.price.fen)] as const] : [];
    }),
  );
}

/** Registered contracts as the rewards counted or refused them, each registration once. */
function useRegistrations(): Card[] {
  const me = useMe().data;
  const accruals = api.useQuery('get', '/v1/reward-accruals', many).data?.items ?? [];
  const read = useQueries({
    queries: accruals.map(({ id }) =>
      api.queryOptions('get', '/v1/reward-accruals/{id}', { params: { path: { id } } }),
    ),
  });
  const cards = new Map<string, Card>();
  for (const accrual of read.flatMap(({ data }) => data ?? [])) {
    const mine = accrual.beneficiaryId === me?.id;
    for (const item of accrual.entries.filter(({ outcome }) => outcome === 'counted' || outcome === 'refused')) {
      cards.set(item.registrationId, {
        id: item.registrationId,
        title: `…${item.registrationId.slice(-6)}`,
        to: `/workbench/broker/accruals/${accrual.id}`,
        ...{ at: item.at, fen: BigInt(item.base.fen) },
        mine: mine || (cards.get(item.registrationId)?.mine ?? false),
      });
    }
  }
  return [...cards.values()];
}

/** Exact: whole fen, written as the API writes an amount. */
export function sumOf(cards: readonly Card[]): Schemas['MoneyView'] | null {
  const amounts = cards.flatMap(({ fen }) => fen ?? []);
  return amounts.length === 0 ? null : moneyOf(amounts.reduce((sum, fen) => sum + fen, 0n));
}

export const moneyOf = (fen: bigint): Schemas['MoneyView'] => ({
  fen: fen.toString(),
  yuan: `${fen / 100n}.${(fen % 100n).toString().padStart(2, '0')}`,
});
