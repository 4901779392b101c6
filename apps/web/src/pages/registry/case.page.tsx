import { useParams } from 'react-router';
import { Button } from 'antd';
import { api, download, type Schemas } from '../../api/client.ts';
import {
  contractType,
  duplicateVerdict,
  registrationHolder,
  registrationState,
} from '../../text/codes/registration.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Deadline, Instant, Money } from '../../ui/figures.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useCountyName } from '../../ui/places.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { CaseActions } from './case-actions.tsx';
import { CaseContract } from './case-contract.tsx';
import './registry.css';

type Registration = Schemas['ContractRegistrationView'];

const words = bilingual(
  {
    queue: '合同认定登记：在办',
    registration: '登记申请',
    number: '平台编号',
    state: '状态',
    holder: '现由谁办理',
    due: '期限',
    rule: '适用规则',
    contractValue: '成交额',
    declared: '申报技术交易额',
    verified: '核定技术交易额',
    declaredType: '申报合同类型',
    verifiedType: '核定合同类型',
    place: '实施地',
    site: '实施地点',
    evidence: '落地证明',
    registrationNumber: '登记编号',
    reason: '核定理由',
    supplement: '需补正的内容',
    grounds: '不予登记的理由',
    repair: '如何改正',
    duplicates: '疑似重复',
    noDuplicate: '没有发现疑似重复的登记。',
    verdict: '判断',
    project: '项目名称',
    history: '办理步骤',
    step: '步骤',
    at: '时间',
    why: '理由',
    noStep: '还没有步骤。',
    certificate: '下载登记证明',
    bundle: '导出全部证据',
  },
  {
    queue: 'Open cases',
    registration: 'Application',
    number: 'Number',
    state: 'State',
    holder: 'Held by',
    due: 'Term',
    rule: 'Rules',
    contractValue: 'Contract value',
    declared: 'Declared technology value',
    verified: 'Verified technology value',
    declaredType: 'Declared type',
    verifiedType: 'Verified type',
    place: 'Place of use',
    site: 'Site',
    evidence: 'Evidence of use',
    registrationNumber: 'Registration number',
    reason: 'Reason of the determination',
    supplement: 'What is to be supplied',
    grounds: 'Grounds of refusal',
    repair: 'How to mend it',
    duplicates: 'Possible duplicates',
    noDuplicate: 'No possible duplicate was found.',
    verdict: 'Verdict',
    project: 'Project',
    history: 'Steps',
    step: 'Step',
    at: 'Time',
    why: 'Reason',
    noStep: 'No step yet.',
    certificate: 'Download certificate',
    bundle: 'Export all evidence',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const registration = api.useQuery('get', '/v1/contract-registrations/{id}', { params: { path: { id } } });
  return (
    <Page
      title={registration.data?.title ?? t.registration}
      crumbs={[{ title: t.queue, to: '/workbench/registrations' }]}
      actions={registration.data && <Downloads registration={registration.data} />}
    >
      <QueryView query={registration}>
        {(shown) => (
          <>
            <div className="side-by-side">
              <Application registration={shown} />
              <CaseContract contractId={shown.contractId} registrationId={shown.id} />
            </div>
            <CaseActions registration={shown} />
            <Duplicates registrationId={shown.id} />
            <History registrationId={shown.id} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Downloads({ registration: { id, registrationNumber } }: { readonly registration: Registration }) {
  const t = useWords(words);
  const path = `/v1/contract-registrations/${id}`;
  return (
    <>
      {registrationNumber !== null && (
        <Button onClick={() => void download(`${path}/certificate.pdf`, `${registrationNumber}.pdf`)}>
          {t.certificate}
        </Button>
      )}
      <Button onClick={() => void download(`${path}/evidence.zip`, `${id}.zip`)}>{t.bundle}</Button>
    </>
  );
}

function Application({ registration: shown }: { readonly registration: Registration }) {
  const t = useWords(words);
  const countyName = useCountyName();
  return (
    <Section title={t.registration}>
      <Facts
        items={[
          [t.state, <StateTag key="state" codes={registrationState} value={shown.state} />],
          [t.holder, <Code key="holder" codes={registrationHolder} value={shown.holder} />],
          [t.due, <Deadline key="due" day={shown.dueOn} daysLeft={shown.daysLeft} unit={shown.daysLeftUnit} />],
          [t.number, shown.provisionalNumber],
          [t.registrationNumber, shown.registrationNumber],
          [t.declaredType, <Code key="type" codes={contractType} value={shown.declaredType} />],
          [t.verifiedType, <Code key="verified" codes={contractType} value={shown.verifiedType} />],
          [t.contractValue, <Money key="value" value={shown.contractValue} />],
          [t.declared, <Money key="declared" value={shown.declaredTechnologyValue} />],
          [t.verified, <Money key="technology" value={shown.verifiedTechnologyValue} />],
          [t.place, countyName(shown.landing.countyCode)],
          [t.site, shown.landing.site],
          [t.evidence, shown.landing.evidence.join('；')],
          [t.rule, shown.ruleSet && `${shown.ruleSet.title}`],
          [t.reason, shown.determinationReason],
          [t.supplement, shown.supplementRequest],
        ]}
      />
      {shown.dueNote && <p className="fine">{shown.dueNote}</p>}
      {shown.refusalGrounds.length > 0 && (
        <>
          <h3>{t.grounds}</h3>
          <ul>
            {shown.refusalGrounds.map(({ code, title, evidence, repair }) => (
              <li key={code}>
                {title}：{evidence}（{t.repair}：{repair}）
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function Duplicates({ registrationId }: { readonly registrationId: string }) {
  const t = useWords(words);
  const duplicates = api.useQuery('get', '/v1/contract-registrations/{id}/duplicates', {
    params: { path: { id: registrationId } },
  });
  return (
    <Section title={t.duplicates}>
      <QueryView query={duplicates}>
        {({ items }) => (
          <ListTable
            caption={t.duplicates}
            rows={items}
            rowKey={({ registrationId: other }) => other}
            empty={t.noDuplicate}
            columns={[
              { key: 'title', title: t.project, render: ({ title }) => title },
              {
                key: 'number',
                title: t.number,
                render: ({ provisionalNumber, registrationNumber }) => registrationNumber ?? provisionalNumber,
              },
              {
                key: 'verdict',
                title: t.verdict,
                render: ({ verdict }) => <StateTag codes={duplicateVerdict} value={verdict} />,
              },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
}

function History({ registrationId }: { readonly registrationId: string }) {
  const t = useWords(words);
  const history = api.useQuery('get', '/v1/contract-registrations/{id}/history', {
    params: { path: { id: registrationId } },
  });
  return (
    <Section title={t.history}>
      <QueryView query={history}>
        {({ steps, revisions }) => (
          <>
            <ListTable
              caption={t.history}
              rows={steps}
              rowKey={({ at, toState }) => `${at}${toState}`}
              empty={t.noStep}
              columns={[
                {
                  key: 'state',
                  title: t.step,
                  render: ({ toState }) => <StateTag codes={registrationState} value={toState} />,
                },
                { key: 'at', title: t.at, render: ({ at }) => <Instant value={at} /> },
                { key: 'why', title: t.why, render: ({ reason }) => reason ?? '—' },
              ]}
            />
            {revisions.length > 0 && (
              <p className="fine">
                {revisions.map(({ revision, effectiveOn }) => (
                  <span key={revision}>
                    #{revision} <Day value={effectiveOn} />{' '}
                  </span>
                ))}
              </p>
            )}
          </>
        )}
      </QueryView>
    </Section>
  );
}
