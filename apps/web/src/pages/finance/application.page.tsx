import { Form } from 'antd';
import { useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import { financeApplicationState, financeDecision, packState } from '../../text/codes/finance.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { StateTag, useChoices } from '../../ui/code.tsx';
import { Decision } from '../../ui/decision.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Instant, Money } from '../../ui/figures.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { NumberRow, RadioRow, SelectRow, TextRow, YuanRow } from '../../ui/rows.tsx';
import { PersonName } from '../bureau/party-name.tsx';
import { packContents, useProductTitle } from './products.ts';

type Application = Schemas['FullFinanceApplicationView'];
type Verb = Schemas['DecideFinanceDto']['decision'];

const words = bilingual(
  {
    list: '融资申请',
    about: '申请',
    product: '产品',
    company: '企业',
    provider: '金融机构',
    amount: '申请金额',
    months: '期限（月）',
    purpose: '用途',
    approved: '批准金额',
    disbursed: '放款金额',
    disbursedOn: '放款日',
    reason: '最近一次办理的理由',
    findings: '申请时逐项条件',
    met: '符合',
    notMet: '不符合',
    decide: '办理',
    decision: '事项',
    amountYuan: '金额（元）',
    why: '理由',
    decided: '已办理。',
    withdraw: '撤回申请',
    withdrawn: '已撤回。',
    pack: '资料授权',
    noPack: '企业没有授权查阅资料。',
    grant: '授权查阅资料',
    contents: '资料内容',
    days: '授权天数',
    consent: '授权说明',
    granted: '已授权；资料冻结、签名，到期或撤回后不能查阅。',
    takeBack: '撤回授权',
    takenBack: '已撤回，立即生效。',
    until: '授权至',
    read: '查阅资料（留有记录）',
    hash: 'SHA-256',
    readings: '查阅记录',
    reader: '查阅人',
    unit: '单位',
    at: '时间',
    noReading: '还没有人查阅。',
  },
  {
    list: 'Applications',
    about: 'Application',
    product: 'Product',
    company: 'Company',
    provider: 'Institution',
    amount: 'Amount',
    months: 'Months',
    purpose: 'What for',
    approved: 'Approved',
    disbursed: 'Disbursed',
    disbursedOn: 'Disbursed on',
    reason: 'Reason of the last step',
    findings: 'Conditions when it was made',
    met: 'Met',
    notMet: 'Not met',
    decide: 'Act',
    decision: 'Step',
    amountYuan: 'Amount (yuan)',
    why: 'Reason',
    decided: 'Done.',
    withdraw: 'Withdraw',
    withdrawn: 'Withdrawn.',
    pack: 'Papers',
    noPack: 'The company has shown no papers.',
    grant: 'Let them read papers',
    contents: 'Papers',
    days: 'For days',
    consent: 'What you consent to',
    granted: 'Granted: frozen, signed, until it ends or you take it back.',
    takeBack: 'Take it back',
    takenBack: 'Taken back at once.',
    until: 'Until',
    read: 'Read them (this is recorded)',
    hash: 'SHA-256',
    readings: 'Who read them',
    reader: 'Person',
    unit: 'Organization',
    at: 'At',
    noReading: 'Nobody yet.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const me = useMe().data;
  const application = api.useQuery('get', '/v1/finance-applications/{id}', { params: { path: { id } } });
  return (
    <Page
      title={application.data?.purpose ?? t.list}
      crumbs={[{ title: t.list, to: '/workbench/finance-applications' }]}
    >
      <QueryView query={application}>
        {(shown) => {
          const company = shown.organizationId === me?.organizationId;
          return (
            <>
              <About application={shown} />
              <div className="form-foot">
                {company && <Withdraw application={shown} />}
                {shown.providerOrganizationId === me?.organizationId && hasRole(me, 'financeManager') && (
                  <Decide application={shown} />
                )}
              </div>
              <Section title={t.pack} actions={company && shown.packId === null && <Grant id={id} />}>
                {shown.packId === null ? (
                  <p className="empty">{t.noPack}</p>
                ) : (
                  <Pack id={shown.packId} company={company} />
                )}
              </Section>
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}

function About({ application }: { readonly application: Application }) {
  const t = useWords(words);
  const productTitle = useProductTitle();
  return (
    <>
      <Section title={t.about} actions={<StateTag codes={financeApplicationState} value={application.state} />}>
        <Facts
          items={[
            [t.product, productTitle(application.productId)],
            [t.company, <OrganizationName key="company" id={application.organizationId} />],
            [t.provider, <OrganizationName key="provider" id={application.providerOrganizationId} />],
            [t.amount, <Money key="amount" value={application.amount} />],
            [t.months, application.months],
            [t.purpose, application.purpose],
            [t.approved, <Money key="approved" value={application.approved} />],
            [t.disbursed, <Money key="disbursed" value={application.disbursed} />],
            [t.disbursedOn, <Day key="on" value={application.disbursedOn} />],
            [t.reason, application.decisionReason],
          ]}
        />
      </Section>
      <Section title={t.findings}>
        <ul>
          {application.findings.map(({ code, wording, met }) => (
            <li key={code}>
              {met ? t.met : t.notMet}：{wording}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function Withdraw({ application }: { readonly application: Application }) {
  const t = useWords(words);
  const done = useDone();
  const withdraw = api.useMutation('post', '/v1/finance-applications/{id}/withdrawal');
  if (application.state !== 'submitted' && application.state !== 'examining') return null;
  return (
    <Decision
      button={t.withdraw}
      max={1000}
      onSubmit={(body) => done(withdraw.mutateAsync({ params: { path: { id: application.id } }, body }), t.withdrawn)}
    />
  );
}

const verbsOf: Readonly<Partial<Record<Application['state'], readonly Verb[]>>> = {
  submitted: ['examine', 'refuse'],
  examining: ['approve', 'refuse'],
  approved: ['disburse', 'lapse'],
};

function Decide({ application }: { readonly application: Application }) {
  const t = useWords(words);
  const done = useDone();
  const verbs = verbsOf[application.state] ?? [];
  const options = useChoices(financeDecision).filter(({ value }) => verbs.some((verb) => verb === value));
  const decide = api.useMutation('post', '/v1/finance-applications/{id}/decision');
  if (options.length === 0) return null;
  return (
    <DialogForm<Schemas['DecideFinanceDto']>
      button={t.decide}
      title={t.decide}
      primary
      onSubmit={(body) =>
        done(decide.mutateAsync({ params: { path: { id: application.id } }, body: filled(body) }), t.decided)
      }
    >
      <RadioRow name="decision" label={t.decision} options={options} />
      <Form.Item noStyle dependencies={['decision']}>
        {({ getFieldValue }) =>
          ['approve', 'disburse'].includes(String(getFieldValue('decision'))) && (
            <YuanRow name="amountYuan" label={t.amountYuan} />
          )
        }
      </Form.Item>
      <TextRow name="reason" label={t.why} min={2} max={1000} rows={2} />
    </DialogForm>
  );
}

function Grant({ id }: { readonly id: string }) {
  const t = useWords(words);
  const contents = useWords(packContents);
  const done = useDone();
  const grant = api.useMutation('post', '/v1/finance-applications/{id}/pack');
  return (
    <DialogForm<Schemas['GrantPackDto']>
      button={t.grant}
      title={t.grant}
      initial={{ contents: ['contracts'], days: 30 }}
      onSubmit={(body) => done(grant.mutateAsync({ params: { path: { id } }, body }), t.granted)}
    >
      <SelectRow name="contents" label={t.contents} options={contents} multiple />
      <NumberRow name="days" label={t.days} min={1} max={180} />
      <TextRow name="consent" label={t.consent} min={5} max={500} rows={2} />
    </DialogForm>
  );
}

/** Read at the press of a button only: an institution's reading is recorded. */
function Pack({ id, company }: { readonly id: string; readonly company: boolean }) {
  const t = useWords(words);
  const done = useDone();
  const params = { path: { id } };
  const pack = api.useQuery('get', '/v1/finance-packs/{id}', { params }, { enabled: company });
  const takeBack = api.useMutation('post', '/v1/finance-packs/{id}/withdrawal');
  if (!company && pack.data === undefined && pack.error === null) {
    return <DialogForm button={t.read} title={t.read} primary onSubmit={() => pack.refetch()} />;
  }
  return (
    <>
      <QueryView query={pack}>
        {(shown) => (
          <>
            <Facts
              items={[
                [t.about, <StateTag key="state" codes={packState} value={shown.state} />],
                [t.consent, shown.consent],
                [t.until, <Day key="until" value={shown.expiresOn} />],
              ]}
            />
            {shown.files.map(({ path, text, sha256 }) => (
              <details key={path}>
                <summary>{path}</summary>
                <pre className="prose">{text}</pre>
                <p className="fine">
                  {t.hash} {sha256}
                </p>
              </details>
            ))}
            {company && shown.state === 'granted' && (
              <Decision
                button={t.takeBack}
                max={1000}
                onSubmit={(body) => done(takeBack.mutateAsync({ params, body }), t.takenBack)}
              />
            )}
          </>
        )}
      </QueryView>
      {company && <Readings id={id} />}
    </>
  );
}

function Readings({ id }: { readonly id: string }) {
  const t = useWords(words);
  const query = api.useInfiniteQuery(
    'get',
    '/v1/finance-packs/{id}/readings',
    { params: { path: { id }, query: { limit: 20 } } },
    byCursor,
  );
  return (
    <>
      <h3>{t.readings}</h3>
      <PagedTable
        caption={t.readings}
        query={query}
        empty={t.noReading}
        columns={[
          { key: 'at', title: t.at, render: ({ at }) => <Instant value={at} /> },
          { key: 'unit', title: t.unit, render: ({ organizationId }) => <OrganizationName id={organizationId} /> },
          { key: 'reader', title: t.reader, render: ({ personId }) => <PersonName id={personId} /> },
        ]}
      />
    </>
  );
}
