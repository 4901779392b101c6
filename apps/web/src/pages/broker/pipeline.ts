import { api, type Schemas } from '../../api/client.ts';
import { byCursor } from '../../ui/paged.ts';

export type PipelineItem = Schemas['PipelineItemView'];
export type Stage = PipelineItem['stage'];

export interface PipelineFilter {
  readonly find: string;
  readonly mine: boolean;
}

const queryOf = ({ find, mine }: PipelineFilter) => ({
  ...(find !== '' && { find }),
  ...(mine && { mine: 'yes' as const }),
});

/** What the agency brokers, the newest first, and its counts and sums: two requests, however much there is. */
export function usePipeline(filter: PipelineFilter) {
  const query = queryOf(filter);
  return {
    items: api.useInfiniteQuery(
      'get',
      '/v1/broker-pipeline',
      { params: { query: { ...query, limit: 100 } } },
      byCursor,
    ),
    totals: api.useQuery('get', '/v1/broker-pipeline/totals', { params: { query } }),
  };
}

/** Where each thing is worked on. */
export function placeOf({ stage, demandId, introductionId, accrualId }: PipelineItem): string {
  if (stage === 'match') return `/workbench/broker/matches/demand/${demandId ?? ''}`;
  if (stage === 'contract') return '/workbench/broker/commissions';
  if (stage === 'registration') return `/workbench/broker/accruals/${accrualId ?? ''}`;
  return `/workbench/broker/introductions#${introductionId ?? ''}`;
}
