import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { reserveKind, reserveState } from '../../text/codes/reserve.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { FormAct } from '../../ui/act.tsx';
import { Code, StateTag } from '../../ui/code.tsx';
import { CodeField, DayItem, TextField, YuanField } from '../../ui/fields.tsx';
import { Money } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { AchievementTitle } from '../research/achievement-choice.tsx';

const words = bilingual(
  {
    title: '成果购买储备',
    lead: '提出、审批由不同的人办理；批准时从当年专项引导基金预留价款，成果单位同意后付款。',
    workbench: '我的工作台',
    stock: '可转出的储备成果',
    make: '提出购买储备',
    achievement: '成果',
    achievementNumber: '成果编号（成果页地址的最后一段）',
    kind: '方式',
    purpose: '储备目的',
    price: '价格或期权费（元）',
    exercise: '行权价（元）',
    until: '行权期限',
    evaluation: '所依据的第三方评价编号',
    state: '状态',
    amount: '价格',
    empty: '还没有购买储备。',
  },
  {
    title: 'Purchase reserve',
    lead: 'Proposed and approved by different people; the price is set aside at once, paid once the unit agrees.',
    workbench: 'Workbench',
    stock: 'What can be handed on',
    make: 'Propose',
    achievement: 'Achievement',
    achievementNumber: 'Achievement (last part of its address)',
    kind: 'Kind',
    purpose: 'Purpose',
    price: 'Price or option fee (yuan)',
    exercise: 'Exercise price (yuan)',
    until: 'Exercise by',
    evaluation: 'Evaluation it stands on',
    state: 'State',
    amount: 'Price',
    empty: 'None yet.',
  },
);

export function Component() {
  const t = useWords(words);
  const { data: me } = useMe();
  const query = api.useInfiniteQuery('get', '/v1/purchase-reserves', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['PurchaseReserveView']>[] = [
    {
      key: 'achievement',
      title: t.achievement,
      render: ({ id, achievementId }) => (
        <Link to={`/workbench/purchase-reserves/${id}`}>
          <AchievementTitle id={achievementId} />
        </Link>
      ),
    },
    { key: 'kind', title: t.kind, render: ({ kind }) => <Code codes={reserveKind} value={kind} /> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={reserveState} value={state} /> },
    { key: 'amount', title: t.amount, numeric: true, render: ({ price }) => <Money value={price} /> },
  ];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: t.workbench, to: '/workbench' }]}
      actions={
        <>
          <Link to="/purchase-reserve">{t.stock}</Link>
          {hasRole(me, 'rewardOfficer') && <Propose />}
        </>
      }
    >
      <Section title={t.title}>
        <PagedTable caption={t.title} query={query} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}

function Propose() {
  const t = useWords(words);
  const navigate = useNavigate();
  const [kind, setKind] = useState('purchase');
  const propose = api.useMutation('post', '/v1/purchase-reserves');
  return (
    <FormAct<Schemas['ProposeReserveDto']>
      primary
      button={t.make}
      initial={{ kind: 'purchase' }}
      work={async (body) => {
        const made = await propose.mutateAsync({ body });
        await navigate(`/workbench/purchase-reserves/${made.id}`);
      }}
    >
      <TextField name="achievementId" label={t.achievementNumber} max={36} />
      <CodeField name="kind" label={t.kind} codes={reserveKind} onChange={setKind} />
      <TextField name="purpose" label={t.purpose} max={2000} long />
      <YuanField name="priceYuan" label={t.price} />
      {kind === 'option' && (
        <>
          <YuanField name="exercisePriceYuan" label={t.exercise} />
          <DayItem name="optionUntil" label={t.until} />
        </>
      )}
      <TextField name="evaluationId" label={t.evaluation} max={36} optional />
    </FormAct>
  );
}
