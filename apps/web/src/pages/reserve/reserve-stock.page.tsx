import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { reserveKind } from '../../text/codes/reserve.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code } from '../../ui/code.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';

const words = bilingual(
  {
    title: '储备成果',
    lead: '专项引导基金购买或取得期权的成果，可以转让或许可给本地企业。有意的请联系市科技局。',
    name: '成果',
    by: '成果单位',
    kind: '方式',
    purpose: '储备目的',
    empty: '目前没有可转出的储备成果。',
  },
  {
    title: 'Achievements in reserve',
    lead: 'Bought or optioned by the fund, to be handed on to local firms. Ask the city’s science bureau.',
    name: 'Achievement',
    by: 'Unit',
    kind: 'Kind',
    purpose: 'Purpose',
    empty: 'Nothing is in reserve at present.',
  },
);

export function Component() {
  const t = useWords(words);
  const page = { params: { query: { limit: 20 } } };
  const query = api.useInfiniteQuery('get', '/v1/purchase-reserve-stock', page, byCursor);
  const columns: Column<Schemas['StockItemView']>[] = [
    {
      key: 'name',
      title: t.name,
      render: ({ achievementId, achievementTitle }) => (
        <Link to={`/achievements/${achievementId}`}>{achievementTitle}</Link>
      ),
    },
    { key: 'by', title: t.by, render: ({ organizationId }) => <OrganizationName id={organizationId} /> },
    { key: 'kind', title: t.kind, render: ({ kind }) => <Code codes={reserveKind} value={kind} /> },
    { key: 'purpose', title: t.purpose, render: ({ purpose }) => purpose },
  ];
  return (
    <Page title={t.title} lead={t.lead}>
      <Section title={t.title}>
        <PagedTable caption={t.title} query={query} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}
