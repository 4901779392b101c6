import { Link, useParams } from 'react-router';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { findingGrade, planState, stratum } from '../../text/codes/inspection.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { Code, StateTag, useChoices } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Instant, Money } from '../../ui/figures.tsx';
import { ListTable, type Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { FindingTable } from './findings-table.tsx';

const words = bilingual(
  {
    plan: '抽查计划',
    inspections: '登记抽查',
    state: '状态',
    period: '登记日期所在期',
    cutOff: '截止日',
    largeFrom: '大额标准（必查）',
    population: '总体',
    large: '其中大额',
    small: '其他抽取数',
    source: '种子来源',
    seed: '种子',
    rule: '抽取办法',
    hash: '总体名单的 SHA-256',
    frozen: '冻结时间',
    drawnAt: '抽取时间',
    draw: '抽取',
    seedField: '公布的种子',
    seedHelp: '请照公布的样子填写，一字不差：任何人都会用它复算。',
    seedMissing: '请填写种子。',
    sure: '以这个种子抽取？',
    sureText: (seed: string) => `种子：${seed}。只能抽取一次，不能重来。`,
    done: '已抽取。',
    cases: '抽中的登记',
    noCase: '没有抽中的登记。',
    number: '登记编号',
    stratum: '分层',
    key: '抽取值',
    entry: '台账',
    act: '办理',
    raise: '提出发现',
    grade: '程度',
    gradeMissing: '请选择程度。',
    text: '发现的问题',
    textMissing: '请写明发现的问题。',
    evidence: '依据',
    evidenceMissing: '请写明依据。',
    addEvidence: '再加一条依据',
    raised: '已提出，请登记机构答复。',
    findings: '本计划的发现',
    showPopulation: '查看总体名单',
    populationList: '总体名单（供复算）',
    more: '再看一些',
  },
  {
    plan: 'Inspection plan',
    inspections: 'Inspections',
    state: 'State',
    period: 'Registered in',
    cutOff: 'Cut-off',
    largeFrom: 'Large from (always inspected)',
    population: 'Population',
    large: 'Large ones',
    small: 'Others to be drawn',
    source: 'Source of the seed',
    seed: 'Seed',
    rule: 'How it is drawn',
    hash: 'SHA-256 of the population',
    frozen: 'Frozen at',
    drawnAt: 'Drawn at',
    draw: 'Draw',
    seedField: 'The published seed',
    seedHelp: 'Exactly as published: anybody will repeat the draw with it.',
    seedMissing: 'Give the seed.',
    sure: 'Draw with this seed?',
    sureText: (seed) => `Seed: ${seed}. There is one draw only.`,
    done: 'Drawn.',
    cases: 'Registrations drawn',
    noCase: 'Nothing was drawn.',
    number: 'Registration number',
    stratum: 'Stratum',
    key: 'Draw key',
    entry: 'Register',
    act: 'Act',
    raise: 'Raise a finding',
    grade: 'Grade',
    gradeMissing: 'Choose a grade.',
    text: 'What was found',
    textMissing: 'Say what was found.',
    evidence: 'Evidence',
    evidenceMissing: 'Give the evidence.',
    addEvidence: 'Add evidence',
    raised: 'Raised; the office is to answer.',
    findings: 'Findings of this plan',
    showPopulation: 'Show the population',
    populationList: 'Population (to repeat the draw)',
    more: 'Show more',
  },
);

export function Component() {
  const t = useWords(words);
  const me = useMe();
  const { id = '' } = useParams();
  const plan = api.useQuery('get', '/v1/inspection-plans/{id}', { params: { path: { id } } });
  return (
    <Page title={plan.data?.title ?? t.plan} crumbs={[{ title: t.inspections, to: '/workbench/inspections' }]}>
      <QueryView query={plan}>
        {(shown) => (
          <>
            <Section title={t.plan}>
              <PlanFacts plan={shown} />
              <Population id={id} />
            </Section>
            {shown.state === 'frozen' && hasRole(me.data, 'auditor', 'reviewer') && <Draw id={id} />}
            {shown.state === 'drawn' && hasRole(me.data, 'registrar', 'reviewer', 'auditor') && (
              <>
                <Cases id={id} />
                <Section title={t.findings}>
                  <FindingTable planId={id} />
                </Section>
              </>
            )}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function PlanFacts({ plan }: { readonly plan: Schemas['InspectionPlanView'] }) {
  const t = useWords(words);
  return (
    <Facts
      items={[
        [t.state, <StateTag key="state" codes={planState} value={plan.state} />],
        [t.period, plan.period],
        [t.cutOff, <Day key="cutOff" value={plan.cutOff} />],
        [t.largeFrom, <Money key="largeFrom" value={plan.largeFrom} />],
        [t.population, plan.populationCount],
        [t.large, plan.largeCount],
        [t.small, plan.smallCount],
        [t.source, plan.seedSource],
        [t.seed, plan.seed],
        [t.frozen, <Instant key="frozen" value={plan.frozenAt} />],
        [t.drawnAt, <Instant key="drawn" value={plan.drawnAt} />],
        [t.hash, plan.populationHash],
        [t.rule, plan.rule],
      ]}
    />
  );
}

function Population({ id }: { readonly id: string }) {
  const t = useWords(words);
  const [open, setOpen] = useState(false);
  const population = api.useInfiniteQuery(
    'get',
    '/v1/inspection-plans/{id}/population',
    { params: { path: { id }, query: { limit: 100 } } },
    {
      enabled: open,
      pageParamName: 'after',
      initialPageParam: null as string | null,
      getNextPageParam: (page: Schemas['PopulationView']) =>
        page.items.length === 100 ? page.items.at(-1)?.registrationNumber : undefined,
    },
  );
  if (!open) return <Button onClick={() => setOpen(true)}>{t.showPopulation}</Button>;
  return (
    <>
      <h3>{t.populationList}</h3>
      <QueryView query={population}>
        {({ pages }) => (
          <ListTable
            caption={t.populationList}
            rows={pages.flatMap(({ items }) => items)}
            rowKey={({ registrationNumber }) => registrationNumber}
            empty="—"
            onMore={population.hasNextPage ? () => void population.fetchNextPage() : undefined}
            columns={[
              { key: 'number', title: t.number, render: ({ registrationNumber }) => registrationNumber },
              { key: 'stratum', title: t.stratum, render: (row) => <Code codes={stratum} value={row.stratum} /> },
            ]}
          />
        )}
      </QueryView>
    </>
  );
}

function Draw({ id }: { readonly id: string }) {
  const t = useWords(words);
  const done = useDone();
  const draw = api.useMutation('post', '/v1/inspection-plans/{id}/drawing');
  return (
    <Section title={t.draw}>
      <ApiForm<Schemas['DrawDto']>
        submit={t.draw}
        confirm={({ seed }) => ({ title: t.sure, text: t.sureText(seed) })}
        onSubmit={(body) => done(draw.mutateAsync({ params: { path: { id } }, body }), t.done)}
      >
        <Form.Item
          name="seed"
          label={t.seedField}
          extra={t.seedHelp}
          rules={[{ required: true, message: t.seedMissing }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </ApiForm>
    </Section>
  );
}

function Cases({ id }: { readonly id: string }) {
  const t = useWords(words);
  const me = useMe();
  const cases = api.useInfiniteQuery(
    'get',
    '/v1/inspection-plans/{id}/cases',
    { params: { path: { id }, query: { limit: 50 } } },
    byCursor,
  );
  const columns: Column<Schemas['InspectionCaseView']>[] = [
    {
      key: 'number',
      title: t.number,
      render: ({ registrationId, registrationNumber }) =>
        registrationId === null ? (
          registrationNumber
        ) : (
          <Link to={`/workbench/registrations/${registrationId}`}>{registrationNumber}</Link>
        ),
    },
    { key: 'stratum', title: t.stratum, render: (row) => <Code codes={stratum} value={row.stratum} /> },
    { key: 'key', title: t.key, render: ({ drawKey }) => (drawKey === null ? '—' : `${drawKey.slice(0, 12)}…`) },
    {
      key: 'act',
      title: t.act,
      render: ({ registrationNumber }) =>
        hasRole(me.data, 'auditor') ? <Raise planId={id} registrationNumber={registrationNumber} /> : '—',
    },
  ];
  return (
    <Section title={t.cases}>
      <PagedTable caption={t.cases} query={cases} columns={columns} empty={t.noCase} />
    </Section>
  );
}

function Raise({ planId, registrationNumber }: { readonly planId: string; readonly registrationNumber: string }) {
  const t = useWords(words);
  const done = useDone();
  const grades = useChoices(findingGrade);
  const raise = api.useMutation('post', '/v1/inspection-plans/{id}/findings');
  return (
    <DialogForm<Omit<Schemas['RaiseFindingDto'], 'registrationNumber'>>
      button={t.raise}
      title={`${t.raise}：${registrationNumber}`}
      about={registrationNumber}
      initial={{ evidence: [''] }}
      onSubmit={(values) => {
        const body = { ...values, registrationNumber };
        return done(raise.mutateAsync({ params: { path: { id: planId } }, body }), t.raised);
      }}
    >
      <Form.Item name="grade" label={t.grade} rules={[{ required: true, message: t.gradeMissing }]}>
        <Radio.Group options={grades} />
      </Form.Item>
      <Form.Item name="text" label={t.text} rules={[{ required: true, message: t.textMissing }]}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
      </Form.Item>
      <Form.List name="evidence">
        {(fields, { add }) => (
          <>
            {fields.map(({ key, name }) => (
              <Form.Item
                key={key}
                name={name}
                label={`${t.evidence} ${name + 1}`}
                rules={[{ required: true, whitespace: true, message: t.evidenceMissing }]}
              >
                <Input maxLength={500} />
              </Form.Item>
            ))}
            <p>
              <Button onClick={() => add('')}>{t.addEvidence}</Button>
            </p>
          </>
        )}
      </Form.List>
    </DialogForm>
  );
}
