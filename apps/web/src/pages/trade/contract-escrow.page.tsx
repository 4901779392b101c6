import { useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { escrowKind, escrowMoveState } from '../../text/codes/performance.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Act, FormAct, ReasonedAct } from '../../ui/act.tsx';
import { Code, StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { CodeField, TextField, YuanField } from '../../ui/fields.tsx';
import { Instant, Money } from '../../ui/figures.tsx';
import { ListTable, type Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useContractSide, type ContractSide } from './contract-side.ts';

type Move = Schemas['EscrowMoveView'];

const words = bilingual(
  {
    title: '资金托管台账',
    lead: '本台账只记录双方确认的托管、放款与退款，平台不经手资金，也没有银行为其担保。',
    contract: '合同',
    none: '没有约定使用托管台账的里程碑。在里程碑计划中勾选后才有。',
    agreed: '约定金额',
    expected: '应托管',
    deposited: '已托管',
    onHold: '争议冻结',
    released: '已放款',
    refunded: '已退款',
    balanced: '借贷平衡',
    yes: '是',
    no: '不平衡，请联系市场核查',
    state: '申报',
    stated: '已申报。冻结即时生效，其余等待对方确认。',
    kind: '事项',
    amount: '金额（元）',
    reference: '凭证号（托管、放款、退款必填）',
    reason: '说明',
    moves: '历次申报',
    standing: '状态',
    by: '申报方',
    sides: { seller: '卖方', buyer: '买方' },
    at: '申报时间',
    answer: '办理',
    confirm: '确认',
    confirmText: '确认后记入台账，不能撤回。',
    reject: '不予确认',
    withdraw: '撤回申报',
    empty: '还没有申报。',
  },
  {
    title: 'Escrow record',
    lead: 'A record of what both sides confirm; the market touches no money and no bank stands behind it.',
    contract: 'Contract',
    none: 'No milestone uses it; tick it in the milestone plan.',
    agreed: 'Agreed',
    expected: 'Still to deposit',
    deposited: 'Deposited',
    onHold: 'On hold',
    released: 'Released',
    refunded: 'Refunded',
    balanced: 'Balanced',
    yes: 'yes',
    no: 'no: ask the market to look into it',
    state: 'State a move',
    stated: 'Stated. A hold works at once; the rest waits for the other side.',
    kind: 'Move',
    amount: 'Amount (yuan)',
    reference: 'Document (for deposit, release, refund)',
    reason: 'Note',
    moves: 'Moves',
    standing: 'State',
    by: 'Stated by',
    sides: { seller: 'Seller', buyer: 'Buyer' },
    at: 'Stated at',
    answer: 'Act',
    confirm: 'Confirm',
    confirmText: 'It is then booked and cannot be undone.',
    reject: 'Reject',
    withdraw: 'Withdraw',
    empty: 'No move yet.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const { contract, side } = useContractSide(id);
  const plans = api.useQuery('get', '/v1/contracts/{id}/milestone-plans', {
    params: { path: { id }, query: { limit: 100 } },
  });
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: contract?.title ?? t.contract, to: `/workbench/contracts/${id}` }]}
    >
      <QueryView query={plans}>
        {({ items }) => {
          const agreed = items.filter(({ state, withEscrow }) => state === 'agreed' && withEscrow);
          const milestones = agreed.flatMap((plan) => plan.milestones);
          if (milestones.length === 0) return <p className="empty">{t.none}</p>;
          return milestones.map((milestone) => <Escrow key={milestone.id} milestone={milestone} side={side} />);
        }}
      </QueryView>
    </Page>
  );
}

function Escrow({ milestone, side }: { readonly milestone: Schemas['MilestoneView']; readonly side: ContractSide }) {
  const t = useWords(words);
  const params = { path: { id: milestone.id } };
  const escrow = api.useQuery('get', '/v1/milestones/{id}/escrow', { params });
  const state = api.useMutation('post', '/v1/milestones/{id}/escrow-moves');
  return (
    <Section
      title={milestone.title}
      actions={
        side && (
          <FormAct<Schemas['EscrowMoveDto']>
            button={t.state}
            about={milestone.title}
            said={t.stated}
            work={(body) => state.mutateAsync({ params, body })}
          >
            <CodeField name="kind" label={t.kind} codes={escrowKind} />
            <YuanField name="amountYuan" label={t.amount} />
            <TextField name="reference" label={t.reference} max={80} optional />
            <TextField name="reason" label={t.reason} />
          </FormAct>
        )
      }
    >
      <QueryView query={escrow}>
        {(shown) => (
          <Facts
            items={[
              ...(['agreed', 'expected', 'deposited', 'onHold', 'released', 'refunded'] as const).map(
                (bucket) => [t[bucket], <Money key={bucket} value={shown[bucket]} />] as const,
              ),
              [t.balanced, shown.balanced ? t.yes : t.no],
            ]}
          />
        )}
      </QueryView>
      <Moves milestoneId={milestone.id} side={side} />
    </Section>
  );
}

function Moves({ milestoneId, side }: { readonly milestoneId: string; readonly side: ContractSide }) {
  const t = useWords(words);
  const moves = api.useQuery('get', '/v1/milestones/{id}/escrow-moves', {
    params: { path: { id: milestoneId }, query: { limit: 100 } },
  });
  const columns: Column<Move>[] = [
    { key: 'kind', title: t.kind, render: ({ kind }) => <Code codes={escrowKind} value={kind} /> },
    { key: 'amount', title: t.amount, numeric: true, render: ({ amount }) => <Money value={amount} /> },
    { key: 'standing', title: t.standing, render: ({ state }) => <StateTag codes={escrowMoveState} value={state} /> },
    { key: 'by', title: t.by, render: ({ statedBy }) => t.sides[statedBy] },
    { key: 'reason', title: t.reason, render: ({ reason, decisionReason }) => decisionReason ?? reason },
    { key: 'at', title: t.at, render: ({ statedAt }) => <Instant value={statedAt} /> },
    { key: 'answer', title: t.answer, render: (row) => <MoveActs move={row} side={side} /> },
  ];
  return (
    <>
      <h3>{t.moves}</h3>
      <QueryView query={moves}>
        {({ items }) => (
          <ListTable caption={t.moves} rows={items} rowKey={({ id }) => id} columns={columns} empty={t.empty} />
        )}
      </QueryView>
    </>
  );
}

function MoveActs({ move, side }: { readonly move: Move; readonly side: ContractSide }) {
  const t = useWords(words);
  const params = { path: { id: move.id } };
  const confirm = api.useMutation('post', '/v1/escrow-moves/{id}/confirmation');
  const reject = api.useMutation('post', '/v1/escrow-moves/{id}/rejection');
  const withdraw = api.useMutation('post', '/v1/escrow-moves/{id}/withdrawal');
  if (move.state !== 'proposed' || side === null) return <>—</>;
  const about = `${move.amount.yuan}`;
  if (move.statedBy === side) {
    return <ReasonedAct button={t.withdraw} about={about} work={(body) => withdraw.mutateAsync({ params, body })} />;
  }
  return (
    <div className="form-foot">
      <Act primary button={t.confirm} about={about} text={t.confirmText} work={() => confirm.mutateAsync({ params })} />
      <ReasonedAct button={t.reject} about={about} work={(body) => reject.mutateAsync({ params, body })} />
    </div>
  );
}
