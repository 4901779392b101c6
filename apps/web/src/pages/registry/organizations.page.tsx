import { Form, Input } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { organizationKind } from '../../text/codes/market.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Instant } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { useCountyName } from '../../ui/places.ts';

const words = bilingual(
  {
    title: '单位核验',
    lead: '核对名称、统一社会信用代码、类型和县区与登记证照一致后通过；不一致的，写明哪里不对、怎样改后退回。',
    workbench: '我的工作台',
    empty: '没有待核验的单位。新注册的单位会出现在这里。',
    name: '名称',
    code: '统一社会信用代码',
    override: '校验码不符，注册人说明',
    kind: '类型',
    county: '县区',
    since: '注册时间',
    act: '办理',
    verify: '通过核验',
    verifyText: '通过后该单位可以发布需求和成果、洽谈、签约和申请登记，并公开显示为已核验。',
    reject: '退回',
    reason: '哪里不对、怎样改',
    reasonMissing: '请写明哪里不对、怎样改。',
    verified: '已通过核验。',
    rejected: '已退回，注册人会看到理由。',
  },
  {
    title: 'Verification of organizations',
    lead: 'Compare name, credit code, kind and county with the licence; give back what differs, with how to mend it.',
    workbench: 'Workbench',
    empty: 'Nobody waits to be verified.',
    name: 'Name',
    code: 'Credit code',
    override: 'Check character wrong; the applicant says',
    kind: 'Kind',
    county: 'County',
    since: 'Signed up at',
    act: 'Act',
    verify: 'Verify',
    verifyText: 'It may then post, deal, contract and register, and is shown publicly as verified.',
    reject: 'Give back',
    reason: 'What is wrong and how to mend it',
    reasonMissing: 'Say what is wrong and how to mend it.',
    verified: 'Verified.',
    rejected: 'Given back; the applicant sees the reason.',
  },
);

export function Component() {
  const t = useWords(words);
  const countyName = useCountyName();
  const query = { limit: 20 };
  const waiting = api.useInfiniteQuery('get', '/v1/organizations/unverified', { params: { query } }, byCursor);
  const columns: Column<Schemas['OrganizationView']>[] = [
    { key: 'name', title: t.name, render: ({ name }) => name },
    {
      key: 'code',
      title: t.code,
      render: ({ creditCode, creditCodeOverride }) => (
        <>
          {creditCode}
          {creditCodeOverride !== null && <p className="fine">{`${t.override}：${creditCodeOverride}`}</p>}
        </>
      ),
    },
    { key: 'kind', title: t.kind, render: ({ kind }) => <Code codes={organizationKind} value={kind} /> },
    { key: 'county', title: t.county, render: ({ countyCode }) => countyName(countyCode) },
    { key: 'since', title: t.since, render: ({ createdAt }) => <Instant value={createdAt} /> },
    { key: 'act', title: t.act, render: (row) => <Judge organization={row} /> },
  ];
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.workbench, to: '/workbench' }]}>
      <Section title={t.title}>
        <PagedTable caption={t.title} query={waiting} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}

function Judge({ organization: { id, name } }: { readonly organization: Schemas['OrganizationView'] }) {
  const t = useWords(words);
  const done = useDone();
  const path = { params: { path: { id } } };
  const verify = api.useMutation('post', '/v1/organizations/{id}/verification');
  const reject = api.useMutation('post', '/v1/organizations/{id}/rejection');
  return (
    <div className="page-actions">
      <DialogForm<object>
        button={t.verify}
        title={`${t.verify}：${name}`}
        about={name}
        primary
        onSubmit={() => done(verify.mutateAsync(path), t.verified)}
      >
        <p>{t.verifyText}</p>
      </DialogForm>
      <DialogForm<Schemas['OrganizationReasonDto']>
        button={t.reject}
        title={`${t.reject}：${name}`}
        about={name}
        onSubmit={(body) => done(reject.mutateAsync({ ...path, body }), t.rejected)}
      >
        <Form.Item name="reason" label={t.reason} rules={[{ required: true, message: t.reasonMissing }]}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
        </Form.Item>
      </DialogForm>
    </div>
  );
}
