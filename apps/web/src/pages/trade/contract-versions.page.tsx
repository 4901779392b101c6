import { useState } from 'react';
import { Select } from 'antd';
import { useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Instant, Money } from '../../ui/figures.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { RedLine } from './red-line.tsx';

const words = bilingual(
  {
    title: '历次版本与对照',
    contract: '合同',
    list: '版本',
    version: '版次',
    by: '修改方',
    at: '时间',
    hash: '文本摘要',
    empty: '还没有版本。',
    compare: '对照',
    from: '从',
    to: '到',
    none: '两个版本没有差别。',
    difference: '差额',
    nothing: '（无）',
    one: '只有一个版本，改过以后才能对照。',
  },
  {
    title: 'Versions compared',
    contract: 'Contract',
    list: 'Versions',
    version: 'Version',
    by: 'By',
    at: 'At',
    hash: 'Digest',
    empty: 'No version yet.',
    compare: 'Comparison',
    from: 'From',
    to: 'To',
    none: 'No difference.',
    difference: 'Difference',
    nothing: '(nothing)',
    one: 'Only one version so far.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const path = { path: { id } };
  const contract = api.useQuery('get', '/v1/contracts/{id}', { params: path });
  const versions = api.useQuery('get', '/v1/contracts/{id}/versions', { params: { ...path, query: { limit: 100 } } });
  return (
    <Page title={t.title} crumbs={[{ title: contract.data?.title ?? t.contract, to: `/workbench/contracts/${id}` }]}>
      <QueryView query={versions}>
        {({ items }) => (
          <>
            <Section title={t.list}>
              <ListTable
                caption={t.list}
                rows={items}
                rowKey={(row) => row.id}
                empty={t.empty}
                columns={[
                  { key: 'version', title: t.version, render: ({ version }) => version },
                  { key: 'by', title: t.by, render: ({ organizationId }) => <OrganizationName id={organizationId} /> },
                  { key: 'at', title: t.at, render: ({ writtenAt }) => <Instant value={writtenAt} /> },
                  { key: 'hash', title: t.hash, render: ({ textHash }) => <code>{textHash.slice(0, 12)}…</code> },
                ]}
              />
            </Section>
            <Section title={t.compare}>
              {items.length < 2 ? (
                <p className="empty">{t.one}</p>
              ) : (
                <Comparison contractId={id} versions={items.map(({ version }) => version).sort((a, b) => a - b)} />
              )}
            </Section>
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Comparison({ contractId, versions }: { readonly contractId: string; readonly versions: readonly number[] }) {
  const t = useWords(words);
  const [from, setFrom] = useState(versions.at(-2) ?? 1);
  const [to, setTo] = useState(versions.at(-1) ?? 1);
  const params = { path: { id: contractId }, query: { from, to } };
  const comparison = api.useQuery('get', '/v1/contracts/{id}/versions/comparison', { params });
  const choices = versions.map((version) => ({ value: version, label: String(version) }));
  return (
    <>
      <div className="form-foot">
        <label htmlFor="from">{t.from}</label>
        <Select id="from" value={from} options={choices} onChange={setFrom} />
        <label htmlFor="to">{t.to}</label>
        <Select id="to" value={to} options={choices} onChange={setTo} />
      </div>
      <QueryView query={comparison}>
        {({ changes }) =>
          changes.length === 0 ? (
            <p className="empty">{t.none}</p>
          ) : (
            <dl>
              {changes.map((change) => (
                <div key={change.path} className="answers">
                  <dt>
                    <strong>{change.label}</strong>
                  </dt>
                  <dd>
                    <Change change={change} />
                  </dd>
                </div>
              ))}
            </dl>
          )
        }
      </QueryView>
    </>
  );
}

function Change({ change }: { readonly change: Schemas['VersionChangeView'] }) {
  const t = useWords(words);
  const { amount, before, after, redLine } = change;
  if (redLine) return <RedLine parts={redLine.map(({ kind, text }) => ({ change: kind, text }))} same={t.none} />;
  if (amount) {
    return (
      <>
        <Money value={amount.before} /> → <Money value={amount.after} />（{t.difference}{' '}
        <Money value={amount.difference} />）
      </>
    );
  }
  return (
    <>
      {before ?? t.nothing} → {after ?? t.nothing}
    </>
  );
}
