import { api, type Schemas } from '../../api/client.ts';
import { feeManner } from '../../text/codes/right.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Act } from '../../ui/act.tsx';
import { Code } from '../../ui/code.tsx';
import { Day, Money } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';

type Licence = Schemas['OpenLicenceView'];

const words = bilingual(
  {
    title: '专利开放许可',
    lead: '任何单位书面通知专利权人并依公告支付使用费，即获得实施许可（专利法第五十一条）。',
    empty: '还没有实行开放许可的专利。',
    name: '发明名称',
    holder: '专利权人',
    fee: '使用费',
    basis: '计算依据、支付时间和方式',
    term: '许可期限',
    contact: '联系方式',
    take: '通知实施',
    takeText: '通知专利权人实施这项专利；依公告支付使用费后即获得许可，无需预付的自通知之日获得。',
    taken: '已通知。在工作台“开放许可实施”中登记付款。',
  },
  {
    title: 'Open licences',
    lead: 'Whoever gives written notice and pays the announced fee may use the patent (Patent Law, art. 51).',
    empty: 'None yet.',
    name: 'Invention',
    holder: 'Holder',
    fee: 'Fee',
    basis: 'How and when it is paid',
    term: 'Term',
    contact: 'Contact',
    take: 'Give notice',
    takeText: 'You may use the patent once the announced fee is paid; where nothing is paid ahead, from the notice on.',
    taken: 'Given. Record the payment under “Taking open licences”.',
  },
);

export function Component() {
  const t = useWords(words);
  const { data: me } = useMe();
  const query = api.useInfiniteQuery('get', '/v1/open-licences', { params: { query: { limit: 20 } } }, byCursor);
  const taking = hasRole(me, 'enterprise', 'researchUnit');
  const columns: Column<Licence>[] = [
    { key: 'name', title: t.name, render: ({ patentTitle, patentNumber }) => `${patentTitle}（${patentNumber}）` },
    { key: 'holder', title: t.holder, render: ({ holderName }) => holderName },
    {
      key: 'fee',
      title: t.fee,
      render: ({ feeManner: manner, fee, royaltyBasisPoints }) => (
        <>
          <Code codes={feeManner} value={manner} /> {fee && <Money value={fee} />}
          {royaltyBasisPoints !== null && ` ${royaltyBasisPoints / 100}%`}
        </>
      ),
    },
    { key: 'basis', title: t.basis, render: ({ feeBasis }) => feeBasis },
    {
      key: 'term',
      title: t.term,
      render: ({ from, until }) => (
        <>
          <Day value={from} /> – <Day value={until} />
        </>
      ),
    },
    { key: 'contact', title: t.contact, render: ({ contact }) => contact },
    ...(taking
      ? [
          {
            key: 'take',
            title: t.take,
            render: (row: Licence) => (row.organizationId === me?.organizationId ? '—' : <Take licence={row} />),
          },
        ]
      : []),
  ];
  return (
    <Page title={t.title} lead={t.lead}>
      <Section title={t.title}>
        <PagedTable caption={t.title} query={query} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}

function Take({ licence }: { readonly licence: Licence }) {
  const t = useWords(words);
  const take = api.useMutation('post', '/v1/open-licences/{id}/uptakes');
  return (
    <Act
      button={t.take}
      about={licence.patentTitle}
      text={t.takeText}
      said={t.taken}
      work={() => take.mutateAsync({ params: { path: { id: licence.id } } })}
    />
  );
}
