import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { uptakeState } from '../../text/codes/right-acts.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { FormAct } from '../../ui/act.tsx';
import { StateTag } from '../../ui/code.tsx';
import { DayItem, FileItem, TextField, TickField } from '../../ui/fields.tsx';
import { Day } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { useUploaded } from '../../ui/uploaded.ts';

type Uptake = Schemas['OpenLicenceUptakeView'];

const words = bilingual(
  {
    title: '开放许可实施',
    lead: '本单位发出或收到的实施通知。争议不使许可失效；协商不成的，可以请求国务院专利行政部门调解，也可以起诉。',
    workbench: '我的工作台',
    browse: '实行开放许可的专利',
    empty: '没有实施通知。',
    side: '本单位是',
    licensee: '被许可人',
    holder: '专利权人',
    other: '被许可人',
    state: '状态',
    notified: '通知日',
    effective: '获得许可之日',
    until: '许可截止日',
    act: '办理',
    pay: '登记已付款',
    on: '付款日期',
    evidence: '付款凭证',
    contest: '对付款提出争议',
    settle: '说明争议已解决',
    settled: '争议已解决',
    reason: '说明',
  },
  {
    title: 'Taking open licences',
    lead: 'Notices given or received. A contest does not end a licence; it may be mediated or sued over.',
    workbench: 'Workbench',
    browse: 'Patents under open licence',
    empty: 'None.',
    side: 'We are',
    licensee: 'Licensee',
    holder: 'Holder',
    other: 'Licensee',
    state: 'State',
    notified: 'Notified',
    effective: 'Licensed from',
    until: 'Until',
    act: 'Act',
    pay: 'Record the payment',
    on: 'Paid on',
    evidence: 'Document',
    contest: 'Contest the payment',
    settle: 'It is settled',
    settled: 'The contest is settled',
    reason: 'Note',
  },
);

export function Component() {
  const t = useWords(words);
  const own = useMe().data?.organizationId;
  const page = { params: { query: { limit: 20 } } };
  const query = api.useInfiniteQuery('get', '/v1/open-licence-uptakes', page, byCursor);
  const columns: Column<Uptake>[] = [
    { key: 'other', title: t.other, render: ({ licenseeName }) => licenseeName },
    { key: 'side', title: t.side, render: ({ organizationId }) => (organizationId === own ? t.holder : t.licensee) },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={uptakeState} value={state} /> },
    { key: 'notified', title: t.notified, render: ({ notifiedOn }) => <Day value={notifiedOn} /> },
    { key: 'effective', title: t.effective, render: ({ effectiveOn }) => <Day value={effectiveOn} /> },
    { key: 'until', title: t.until, render: ({ until }) => <Day value={until} /> },
    {
      key: 'act',
      title: t.act,
      render: (row) => (row.organizationId === own ? <HolderAct uptake={row} /> : <Pay uptake={row} />),
    },
  ];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: t.workbench, to: '/workbench' }]}
      actions={<Link to="/open-licences">{t.browse}</Link>}
    >
      <Section title={t.title}>
        <PagedTable caption={t.title} query={query} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}

function Pay({ uptake }: { readonly uptake: Uptake }) {
  const t = useWords(words);
  const upload = useUploaded({ subjectKind: 'right', subjectId: uptake.patentId }, 'payment');
  const pay = api.useMutation('post', '/v1/open-licence-uptakes/{id}/payment');
  if (uptake.paidOn !== null || uptake.state === 'cancelled') return <>—</>;
  return (
    <FormAct<{ paidOn: string; file: File }>
      button={t.pay}
      work={async ({ paidOn, file }) => {
        const body = { paidOn, evidenceId: (await upload(file)) ?? '' };
        return pay.mutateAsync({ params: { path: { id: uptake.id } }, body });
      }}
    >
      <DayItem name="paidOn" label={t.on} />
      <FileItem name="file" label={t.evidence} />
    </FormAct>
  );
}

function HolderAct({ uptake }: { readonly uptake: Uptake }) {
  const t = useWords(words);
  const contest = api.useMutation('post', '/v1/open-licence-uptakes/{id}/contest');
  const settling = uptake.state === 'contested';
  if (uptake.state === 'cancelled') return <>—</>;
  return (
    <FormAct<Schemas['ContestUptakeDto']>
      button={settling ? t.settle : t.contest}
      initial={{ settled: settling }}
      work={({ settled, reason }) =>
        contest.mutateAsync({ params: { path: { id: uptake.id } }, body: { settled: settled === true, reason } })
      }
    >
      {settling && <TickField name="settled" label={t.settled} />}
      <TextField name="reason" label={t.reason} />
    </FormAct>
  );
}
