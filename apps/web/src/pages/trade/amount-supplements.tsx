import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Act, FormAct } from '../../ui/act.tsx';
import { TextField, YuanField } from '../../ui/fields.tsx';
import { Instant, Money } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { useMe } from '../../ui/me.ts';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import type { ContractSide } from './contract-side.ts';

type Supplement = Schemas['AmountSupplementView'];

const words = bilingual(
  {
    title: '补充金额',
    lead: '提成合同签订时金额不定的，一方提出、另一方确认后计入；享受税收优惠、奖酬前须补充。',
    state: '补充金额',
    said: '已提出，等待对方确认。',
    value: '成交总额（元）',
    technology: '技术交易额（元）',
    reason: '补充依据',
    by: '提出的单位',
    at: '提出时间',
    confirmed: '确认',
    waiting: '待对方确认',
    confirm: '确认金额',
    confirmText: '确认后计入合同金额，不能撤回。',
    empty: '没有补充过金额。',
  },
  {
    title: 'Stated amounts',
    lead: 'Where a royalty contract left its amount open, one side states it and the other confirms.',
    state: 'State amounts',
    said: 'Stated; the other side confirms.',
    value: 'Contract value (yuan)',
    technology: 'Technology value (yuan)',
    reason: 'Basis',
    by: 'Stated by',
    at: 'Stated at',
    confirmed: 'Confirmed',
    waiting: 'waiting for the other side',
    confirm: 'Confirm',
    confirmText: 'It then counts and cannot be undone.',
    empty: 'None.',
  },
);

/** Amounts that a royalty contract left open, as they become known. */
export function AmountSupplements({ contractId, side }: { readonly contractId: string; readonly side: ContractSide }) {
  const t = useWords(words);
  const me = useMe();
  const params = { path: { id: contractId } };
  const page = { params: { ...params, query: { limit: 20 } } };
  const query = api.useInfiniteQuery('get', '/v1/contracts/{id}/amount-supplements', page, byCursor);
  const state = api.useMutation('post', '/v1/contracts/{id}/amount-supplements');
  const columns: Column<Supplement>[] = [
    { key: 'value', title: t.value, numeric: true, render: ({ contractValue }) => <Money value={contractValue} /> },
    {
      key: 'technology',
      title: t.technology,
      numeric: true,
      render: ({ technologyValue }) => <Money value={technologyValue} />,
    },
    { key: 'reason', title: t.reason, render: ({ reason }) => reason },
    { key: 'by', title: t.by, render: ({ statedByOrganizationId: by }) => <OrganizationName id={by} /> },
    { key: 'at', title: t.at, render: ({ statedAt }) => <Instant value={statedAt} /> },
    {
      key: 'confirmed',
      title: t.confirmed,
      render: ({ id, confirmedAt, statedByOrganizationId }) => {
        if (confirmedAt !== null) return <Instant value={confirmedAt} />;
        if (side === null || statedByOrganizationId === me.data?.organizationId) return t.waiting;
        return <Confirm contractId={contractId} supplementId={id} />;
      },
    },
  ];
  return (
    <Section
      title={t.title}
      actions={
        side && (
          <FormAct<Schemas['StateAmountsDto']>
            button={t.state}
            said={t.said}
            work={(body) => state.mutateAsync({ params, body })}
          >
            <YuanField name="contractValueYuan" label={t.value} />
            <YuanField name="technologyValueYuan" label={t.technology} />
            <TextField name="reason" label={t.reason} />
          </FormAct>
        )
      }
    >
      <p className="fine">{t.lead}</p>
      <PagedTable caption={t.title} query={query} columns={columns} empty={t.empty} />
    </Section>
  );
}

function Confirm({ contractId, supplementId }: { readonly contractId: string; readonly supplementId: string }) {
  const t = useWords(words);
  const confirm = api.useMutation('post', '/v1/contracts/{id}/amount-supplements/{supplementId}/confirmation');
  const params = { path: { id: contractId, supplementId } };
  return <Act primary button={t.confirm} text={t.confirmText} work={() => confirm.mutateAsync({ params })} />;
}
