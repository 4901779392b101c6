import { api, type Schemas } from '../../api/client.ts';
import { bilingual } from '../../text/words.ts';

/** What an application may show a bank, each by the company's consent. */
export const packContents = bilingual(
  [
    { value: 'contracts', label: '已登记技术合同' },
    { value: 'patents', label: '专利及质押状态' },
    { value: 'awards', label: '获奖' },
    { value: 'titles', label: '载体称号与在孵' },
  ],
  [
    { value: 'contracts', label: 'Registered contracts' },
    { value: 'patents', label: 'Patents and pledges' },
    { value: 'awards', label: 'Awards' },
    { value: 'titles', label: 'Titles and tenancies' },
  ],
);

/** Titles of published products by id; null for one that is no longer published. */
export function useProductTitle(): (id: string) => string | null {
  const { data } = api.useQuery(
    'get',
    '/v1/finance-schemes',
    { params: { query: { limit: 100 } } },
    { staleTime: 60_000 },
  );
  return (id) => data?.items.find((product: Schemas['FinanceProductView']) => product.id === id)?.title ?? null;
}
