import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { placementMode, placementState, reserveOutcome } from '../../text/codes/reserve.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { FormAct, ReasonedAct } from '../../ui/act.tsx';
import { Code, StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { CodeField, TextField, YuanField } from '../../ui/fields.tsx';
import { Money } from '../../ui/figures.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { OrganizationField } from '../../ui/organization-field.tsx';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Section } from '../../ui/page.tsx';

type Placement = Schemas['ReservePlacementView'];

const words = bilingual(
  {
    title: '转出给企业',
    none: '还没有转出。',
    propose: '提出转出',
    buyer: '受让或被许可企业',
    mode: '方式',
    price: '价款（元）',
    priceOf: '价款',
    claimed: '其中收回成本',
    received: '已收',
    contract: '技术合同',
    see: '查看合同',
    reason: '最近一步的理由',
    decide: '审批转出',
    outcome: '决定',
    grounds: '理由或依据',
    link: '关联技术合同',
    contractNumber: '技术合同编号（合同页地址的最后一段）',
    receive: '记录企业付款',
    amount: '收款金额（元）',
    document: '收款凭证号',
    cancel: '取消转出',
  },
  {
    title: 'Handed on to firms',
    none: 'None yet.',
    propose: 'Propose to hand on',
    buyer: 'Firm',
    mode: 'Mode',
    price: 'Price (yuan)',
    priceOf: 'Price',
    claimed: 'Of it cost',
    received: 'Received',
    contract: 'Contract',
    see: 'See it',
    reason: 'Reason of the last step',
    decide: 'Decide',
    outcome: 'Decision',
    grounds: 'Reason',
    link: 'Link the contract',
    contractNumber: 'Contract (last part of its address)',
    receive: 'Record a payment',
    amount: 'Amount (yuan)',
    document: 'Document',
    cancel: 'Cancel',
  },
);

/** To whom a reserve was handed on, and what came back of its cost. */
export function Placements({ reserve }: { readonly reserve: Schemas['ReserveDetailView'] }) {
  const t = useWords(words);
  const officer = hasRole(useMe().data, 'rewardOfficer');
  const params = { path: { id: reserve.id } };
  const propose = api.useMutation('post', '/v1/purchase-reserves/{id}/placements');
  const open = reserve.state === 'held' || reserve.state === 'optioned';
  return (
    <Section
      title={t.title}
      actions={
        officer &&
        open && (
          <FormAct<Schemas['ProposePlacementDto']>
            button={t.propose}
            work={(body) => propose.mutateAsync({ params, body })}
          >
            <OrganizationField name="buyerOrganizationId" label={t.buyer} />
            <CodeField name="mode" label={t.mode} codes={placementMode} />
            <YuanField name="priceYuan" label={t.price} />
          </FormAct>
        )
      }
    >
      {reserve.placements.length === 0 && <p className="empty">{t.none}</p>}
      <ul className="hits">
        {reserve.placements.map((placement) => (
          <PlacementItem key={placement.id} placement={placement} />
        ))}
      </ul>
    </Section>
  );
}

function PlacementItem({ placement }: { readonly placement: Placement }) {
  const t = useWords(words);
  return (
    <li>
      <h3>
        <OrganizationName id={placement.buyerOrganizationId} />{' '}
        <StateTag codes={placementState} value={placement.state} />
      </h3>
      <Facts
        items={[
          [t.mode, <Code key="mode" codes={placementMode} value={placement.mode} />],
          [t.priceOf, <Money key="price" value={placement.price} />],
          [t.claimed, <Money key="claimed" value={placement.claimed} />],
          [t.received, <Money key="received" value={placement.received} />],
          [
            t.contract,
            placement.contractId && (
              <Link key="contract" to={`/workbench/contracts/${placement.contractId}`}>
                {t.see}
              </Link>
            ),
          ],
          ...(placement.stateReason ? ([[t.reason, placement.stateReason]] as const) : []),
        ]}
      />
      <PlacementActs placement={placement} />
    </li>
  );
}

function PlacementActs({ placement: { id, state } }: { readonly placement: Placement }) {
  const t = useWords(words);
  const { data: me } = useMe();
  const params = { path: { id } };
  const decide = api.useMutation('post', '/v1/reserve-placements/{id}/decision');
  const link = api.useMutation('post', '/v1/reserve-placements/{id}/contract');
  const receive = api.useMutation('post', '/v1/reserve-placements/{id}/receipts');
  const cancel = api.useMutation('post', '/v1/reserve-placements/{id}/cancellation');
  const officer = hasRole(me, 'rewardOfficer');
  return (
    <div className="form-foot">
      {state === 'proposed' && hasRole(me, 'rewardOfficer', 'reviewer') && (
        <FormAct<Schemas['DecideReserveDto']>
          primary
          button={t.decide}
          work={(body) => decide.mutateAsync({ params, body })}
        >
          <CodeField name="outcome" label={t.outcome} codes={reserveOutcome} />
          <TextField name="reason" label={t.grounds} max={1000} long />
        </FormAct>
      )}
      {state === 'agreed' && officer && (
        <>
          <FormAct<Schemas['LinkReserveContractDto']>
            button={t.link}
            work={(body) => link.mutateAsync({ params, body })}
          >
            <TextField name="contractId" label={t.contractNumber} max={36} />
          </FormAct>
          <FormAct<Schemas['ReceivePlacementDto']>
            button={t.receive}
            work={(body) => receive.mutateAsync({ params, body })}
          >
            <YuanField name="amountYuan" label={t.amount} />
            <TextField name="documentNumber" label={t.document} max={100} />
          </FormAct>
        </>
      )}
      {(state === 'proposed' || state === 'agreed') && officer && (
        <ReasonedAct button={t.cancel} work={(body) => cancel.mutateAsync({ params, body })} />
      )}
    </div>
  );
}
