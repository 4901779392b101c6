import { useRef } from 'react';

import { useNavigate } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import { findingKind } from '../../text/codes/exchange.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { ChoiceField, CodeField, DayItem, TextField } from '../../ui/fields.tsx';
import { OrganizationField } from '../../ui/organization-field.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { RepeatedFields } from '../../ui/repeated-fields.tsx';

type Visit = Schemas['SubmitVisitDto'];

const words = bilingual(
  {
    title: '填写走访记录',
    list: '企业大走访',
    lead: '编号由本机生成：没有网络时先填写，联网后提交，重复提交只有一次效果。',
    plan: '走访计划',
    enterprise: '走访的企业',
    on: '走访日期',
    visitors: '走访人',
    received: '企业接待人',
    summary: '走访情况',
    findings: '发现事项',
    finding: (serial: number) => `第 ${serial} 项`,
    kind: '类别',
    text: '内容',
    add: '再加一项',
    remove: '删除',
    save: '提交走访记录',
  },
  {
    title: 'Write up a visit',
    list: 'Visits',
    lead: 'The sheet has its number from this machine: written offline, sent later, and counted once.',
    plan: 'Plan',
    enterprise: 'Enterprise',
    on: 'Visited on',
    visitors: 'Visitors',
    received: 'Received by',
    summary: 'How it was',
    findings: 'Findings',
    finding: (serial) => `Finding ${serial}`,
    kind: 'Kind',
    text: 'Text',
    add: 'Another',
    remove: 'Remove',
    save: 'Submit the sheet',
  },
);

export function Component() {
  const t = useWords(words);
  const navigate = useNavigate();
  const id = useRef(crypto.randomUUID());
  const findingIds = useRef<string[]>([]);
  const plans = api.useQuery('get', '/v1/visit-plans', { params: { query: { limit: 100 } } });
  const submit = api.useMutation('put', '/v1/enterprise-visits/{id}');
  const active = plans.data?.items.filter(({ state }) => state === 'active') ?? [];
  const save = async (values: Visit): Promise<void> => {
    const findings = (values.findings ?? []).map((finding, index) => ({
      ...finding,
      id: (findingIds.current[index] ??= crypto.randomUUID()),
    }));
    await submit.mutateAsync({ params: { path: { id: id.current } }, body: { ...filled(values), findings } });
    await navigate(`/workbench/visits/${id.current}`);
  };
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.list, to: '/workbench/visits' }]}>
      <ApiForm<Visit> draftKey="visit" submit={t.save} onSubmit={save}>
        <Section title={t.title}>
          <ChoiceField
            name="planId"
            label={t.plan}
            choices={active.map(({ id: value, title }) => ({ value, label: title }))}
            optional
          />
          <OrganizationField name="visitedOrganizationId" label={t.enterprise} />
          <DayItem name="visitedOn" label={t.on} />
          <TextField name="visitors" label={t.visitors} max={200} />
          <TextField name="receivedBy" label={t.received} max={200} />
          <TextField name="summary" label={t.summary} max={5000} long />
        </Section>
        <Findings />
      </ApiForm>
    </Page>
  );
}

function Findings() {
  const t = useWords(words);
  return (
    <Section title={t.findings}>
      <RepeatedFields
        name="findings"
        title={(n) => t.finding(n)}
        remove={(n) => `${t.remove} ${t.finding(n)}`}
        add={t.add}
      >
        {(name) => (
          <>
            <CodeField name={[name, 'kind']} label={t.kind} codes={findingKind} />
            <TextField name={[name, 'text']} label={t.text} max={3000} long />
          </>
        )}
      </RepeatedFields>
    </Section>
  );
}
