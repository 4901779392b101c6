import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Instant } from '../../ui/figures.tsx';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';

const words = bilingual(
  {
    title: '书面同意双方代理',
    lead: '同一服务机构同时为供需双方代理的，须经双方分别书面同意；未经双方同意，系统不接受第二份委托。',
    mandates: '经纪委托',
    match: '撮合编号',
    matchMissing: '请填写撮合编号，可从撮合结果或委托进入本页。',
    agency: '服务机构',
    agencyHelp: '输入机构名称查找。',
    agencyMissing: '请选择服务机构。',
    statement: '同意书',
    statementMissing: '请写明同意的内容。',
    standard: '我单位知悉该机构同时接受对方委托，同意其为双方提供中介服务，并如实向双方报告订约事项。',
    give: '签署同意书',
    given: '同意书已签署。',
    receipt: '同意书',
    number: '编号',
    at: '签署时间',
    next: '下一步：对方也同意后，机构即可接受双方委托。',
  },
  {
    title: 'Consent to dual agency',
    lead: 'An agency may act for both sides of a match only when each has consented in writing.',
    mandates: 'Mandates',
    match: 'Match',
    matchMissing: 'Give the match; open this page from a match or a mandate.',
    agency: 'Agency',
    agencyHelp: 'Type its name.',
    agencyMissing: 'Choose the agency.',
    statement: 'Statement',
    statementMissing: 'State what you consent to.',
    standard: '我单位知悉该机构同时接受对方委托，同意其为双方提供中介服务，并如实向双方报告订约事项。',
    give: 'Sign',
    given: 'Signed.',
    receipt: 'Consent',
    number: 'Number',
    at: 'Signed at',
    next: 'Next: once the other side consents too, the agency may take both mandates.',
  },
);

export function Component() {
  const t = useWords(words);
  const [params] = useSearchParams();
  const done = useDone();
  const [given, setGiven] = useState<Schemas['DualAgencyConsentView'] | null>(null);
  const consent = api.useMutation('post', '/v1/dual-agency-consents');
  const [matchId, agency] = [params.get('match'), params.get('agency')];
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.mandates, to: '/workbench/offered-mandates' }]}>
      <div className="narrow">
        {given ? (
          <Section title={t.receipt}>
            <p role="status">{t.given}</p>
            <Facts
              items={[
                [t.number, given.id],
                [t.agency, <OrganizationName key="agency" id={given.agencyOrganizationId} />],
                [t.at, <Instant key="at" value={given.consentedAt} />],
                [t.statement, given.statement],
              ]}
            />
            <p>{t.next}</p>
          </Section>
        ) : (
          <Section title={t.statement}>
            <ApiForm<Schemas['DualAgencyConsentDto']>
              initial={{
                statement: t.standard,
                ...(matchId && { matchId }),
                ...(agency && { agencyOrganizationId: agency }),
              }}
              submit={t.give}
              onSubmit={async (body) => {
                const made = await consent.mutateAsync({ body });
                await done(Promise.resolve(), t.given);
                setGiven(made);
              }}
            >
              <Form.Item
                name="matchId"
                label={t.match}
                hidden={matchId !== null}
                rules={[{ required: true, message: t.matchMissing }]}
              >
                <Input autoComplete="off" />
              </Form.Item>
              <Form.Item
                name="agencyOrganizationId"
                label={t.agency}
                extra={t.agencyHelp}
                rules={[{ required: true, message: t.agencyMissing }]}
              >
                <AgencySelect />
              </Form.Item>
              <Form.Item name="statement" label={t.statement} rules={[{ required: true, message: t.statementMissing }]}>
                <Input.TextArea autoSize={{ minRows: 4, maxRows: 10 }} maxLength={1000} />
              </Form.Item>
            </ApiForm>
          </Section>
        )}
      </div>
    </Page>
  );
}

/** Agencies that have offered themselves to us stand first; the others are found by name. */
function AgencySelect(props: {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (id: string) => void;
}) {
  const [text, setText] = useState('');
  const mandates = api.useQuery('get', '/v1/mandates', { params: { query: { limit: 100 } } });
  const organizations = api.useQuery('get', '/v1/organizations', { params: { query: { limit: 100 } } });
  const offered = new Set(mandates.data?.items.map(({ agencyOrganizationId }) => agencyOrganizationId));
  const agencies = (organizations.data?.items ?? []).filter(
    ({ id, kind }) => kind === 'transferAgency' || offered.has(id),
  );
  const own = api.useQuery(
    'get',
    '/v1/organizations/{id}',
    { params: { path: { id: props.value ?? '' } } },
    { enabled: props.value !== undefined && !agencies.some(({ id }) => id === props.value) },
  );
  const choices = [...agencies, ...(own.data ? [own.data] : [])].map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      {...(props.id && { id: props.id })}
      value={props.value ?? null}
      onChange={(id) => id && props.onChange?.(id)}
      showSearch={{ optionFilterProp: 'label', onSearch: setText, searchValue: text }}
      options={choices.sort((a, b) => Number(offered.has(b.value)) - Number(offered.has(a.value)))}
    />
  );
}
