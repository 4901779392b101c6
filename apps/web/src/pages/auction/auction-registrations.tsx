import { api, type Schemas } from '../../api/client.ts';
import { bidderState, depositState } from '../../text/codes/auction.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Act, FormAct, ReasonedAct } from '../../ui/act.tsx';
import { StateTag } from '../../ui/code.tsx';
import { DayItem, TextField, YuanField } from '../../ui/fields.tsx';
import { Money } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';

type Registration = Schemas['AuctionRegistrationView'];

const words = bilingual(
  {
    title: '竞买人报名和保证金',
    lead: '保证金由交易机构登记到账；资格由转让方确认，确认后给竞买号。',
    empty: '还没有单位报名。',
    unit: '报名单位',
    contact: '联系人',
    statement: '怎样符合资格条件',
    state: '资格',
    paddle: '竞买号',
    deposit: '保证金',
    act: '办理',
    qualify: '确认资格',
    qualifyText: '确认后给竞买号，不能撤回。',
    qualified: '资格已确认。',
    reject: '不予确认',
    record: '登记保证金到账',
    recorded: '保证金已登记。',
    amount: '到账金额（元）',
    reference: '银行回单号',
    on: '到账日期',
  },
  {
    title: 'Bidders and deposits',
    lead: 'The office records deposits; the seller qualifies, which gives a paddle.',
    empty: 'Nobody has registered yet.',
    unit: 'Unit',
    contact: 'Contact',
    statement: 'How it qualifies',
    state: 'Standing',
    paddle: 'Paddle',
    deposit: 'Deposit',
    act: 'Act',
    qualify: 'Qualify',
    qualifyText: 'Gives a paddle; this cannot be undone.',
    qualified: 'Qualified.',
    reject: 'Reject',
    record: 'Record the deposit',
    recorded: 'Recorded.',
    amount: 'Amount (yuan)',
    reference: 'Bank slip',
    on: 'Received on',
  },
);

/** Who registered: the seller qualifies, the office records deposits. */
export function Registrations(props: { readonly auction: Schemas['AuctionView']; readonly selling: boolean }) {
  const t = useWords(words);
  const { auction, selling } = props;
  const office = hasRole(useMe().data, 'registrar');
  const page = { params: { path: { id: auction.id }, query: { limit: 50 } } };
  const query = api.useInfiniteQuery('get', '/v1/auctions/{id}/registrations', page, byCursor);
  const columns: Column<Registration>[] = [
    { key: 'unit', title: t.unit, render: ({ organizationId }) => <OrganizationName id={organizationId} /> },
    { key: 'contact', title: t.contact, render: ({ contactName, contactPhone }) => `${contactName} ${contactPhone}` },
    { key: 'statement', title: t.statement, render: ({ statement }) => statement },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={bidderState} value={state} /> },
    { key: 'paddle', title: t.paddle, render: ({ paddle }) => paddle ?? '—' },
    {
      key: 'deposit',
      title: t.deposit,
      render: ({ deposit }) =>
        deposit ? (
          <>
            <StateTag codes={depositState} value={deposit.state} /> <Money value={deposit.amount} />
          </>
        ) : (
          '—'
        ),
    },
    {
      key: 'act',
      title: t.act,
      render: (row) => (
        <div className="form-foot">
          {selling && row.state === 'registered' && <Qualification registration={row} />}
          {office && row.deposit === null && row.state !== 'withdrawn' && (
            <Deposit registration={row} expected={auction.deposit.yuan} />
          )}
        </div>
      ),
    },
  ];
  return (
    <Section title={t.title}>
      <p className="fine">{t.lead}</p>
      <PagedTable caption={t.title} query={query} columns={columns} empty={t.empty} />
    </Section>
  );
}

const pathOf = ({ id, auctionId }: Registration) => ({ path: { id: auctionId, registrationId: id } });

function Qualification({ registration }: { readonly registration: Registration }) {
  const t = useWords(words);
  const params = pathOf(registration);
  const qualify = api.useMutation('post', '/v1/auctions/{id}/registrations/{registrationId}/qualification');
  const reject = api.useMutation('post', '/v1/auctions/{id}/registrations/{registrationId}/rejection');
  const about = registration.contactName;
  return (
    <>
      <Act
        primary
        button={t.qualify}
        about={about}
        text={t.qualifyText}
        said={t.qualified}
        work={() => qualify.mutateAsync({ params })}
      />
      <ReasonedAct button={t.reject} about={about} work={(body) => reject.mutateAsync({ params, body })} />
    </>
  );
}

function Deposit({ registration, expected }: { readonly registration: Registration; readonly expected: string }) {
  const t = useWords(words);
  const params = pathOf(registration);
  const record = api.useMutation('post', '/v1/auctions/{id}/registrations/{registrationId}/deposit');
  return (
    <FormAct<Schemas['RecordDepositDto']>
      button={t.record}
      about={registration.contactName}
      said={t.recorded}
      initial={{ amountYuan: expected }}
      work={(body) => record.mutateAsync({ params, body })}
    >
      <YuanField name="amountYuan" label={t.amount} />
      <TextField name="reference" label={t.reference} max={100} />
      <DayItem name="receivedOn" label={t.on} />
    </FormAct>
  );
}
