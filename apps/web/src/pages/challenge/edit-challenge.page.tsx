import { Button, Form } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import { secretUse } from '../../text/codes/challenge.codes.ts';
import { ipOwnership, licenceBack } from '../../text/codes/offer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { ChoiceField, CodeField, CountField, DayItem, InstantItem, TextField, YuanField } from '../../ui/fields.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useCounties } from '../../ui/places.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { RepeatedFields } from '../../ui/repeated-fields.tsx';

type Draft = Schemas['CreateOpenChallengeDto'];

const words = bilingual(
  {
    make: '起草征集',
    amend: '修改征集草稿',
    list: '技术难题竞标',
    lead: '发布后，知识产权条款、评分项、奖金和日期不再改变。',
    problem: '难题',
    name: '难题名称',
    summary: '公开简介',
    details: '详细资料（接受条款的单位才能看到）',
    field: '技术领域',
    county: '县区',
    budget: '项目预算（元，可不填）',
    demand: '所依据的技术需求',
    rights: '知识产权条款',
    ownership: '成果归属',
    licence: '征集方的实施权',
    secret: '技术秘密的使用与转让',
    note: '说明',
    months: '详细资料的保密月数',
    criteria: '评分项（权重合计 100）',
    criterion: (serial: number) => `评分项 ${serial}`,
    title: '名称',
    weight: '权重',
    add: '再加一项',
    remove: '删除',
    prizes: '奖金（按名次，几项即奖励几名）',
    prize: (rank: number) => `第 ${rank} 名的奖金（元）`,
    addPrize: '再加一名',
    pass: '获奖的最低分（百分制，可不填）',
    dates: '日程（北京时间）',
    questions: '提问截止',
    commit: '提交承诺截止',
    reveal: '揭示截止',
    scoring: '评审截止日',
    save: '保存草稿',
  },
  {
    make: 'Draft a call',
    amend: 'Amend the draft',
    list: 'Open challenges',
    lead: 'Once published, terms, criteria, prizes and dates never change.',
    problem: 'The problem',
    name: 'Title',
    summary: 'Public summary',
    details: 'Details (for who accepted the terms)',
    field: 'Field',
    county: 'County',
    budget: 'Budget (yuan, optional)',
    demand: 'The demand behind it',
    rights: 'Intellectual property',
    ownership: 'Ownership',
    licence: 'The caller’s licence',
    secret: 'Use of technical secrets',
    note: 'Note',
    months: 'Details kept secret for (months)',
    criteria: 'Criteria (weights sum to 100)',
    criterion: (serial) => `Criterion ${serial}`,
    title: 'Name',
    weight: 'Weight',
    add: 'Another',
    remove: 'Remove',
    prizes: 'Prizes by rank',
    prize: (rank) => `Prize of rank ${rank} (yuan)`,
    addPrize: 'Another rank',
    pass: 'Pass mark (of 100, optional)',
    dates: 'Dates (Beijing time)',
    questions: 'Ask by',
    commit: 'Commit by',
    reveal: 'Reveal by',
    scoring: 'Scored by',
    save: 'Save the draft',
  },
);

/** Drafts a call, or with an id amends its draft. */
export function Component() {
  const t = useWords(words);
  const { id } = useParams();
  return (
    <Page
      title={id ? t.amend : t.make}
      lead={t.lead}
      crumbs={[{ title: t.list, to: id ? `/workbench/challenges/${id}` : '/workbench/challenges' }]}
    >
      {id ? <Amend id={id} /> : <Make />}
    </Page>
  );
}

function Make() {
  const t = useWords(words);
  const navigate = useNavigate();
  const create = api.useMutation('post', '/v1/open-challenges');
  return (
    <ApiForm<Draft>
      draftKey="challenge"
      submit={t.save}
      initial={{ criteria: [{}] as never, prizesYuan: [''] }}
      onSubmit={async (values) => {
        const made = await create.mutateAsync({ body: coded(values) });
        await navigate(`/workbench/challenges/${made.id}`);
      }}
    >
      <ChallengeFields demands />
    </ApiForm>
  );
}

function Amend({ id }: { readonly id: string }) {
  const params = { path: { id } };
  const challenge = api.useQuery('get', '/v1/open-challenges/{id}', { params }, { refetchOnWindowFocus: false });
  const details = api.useQuery('get', '/v1/open-challenges/{id}/details', { params }, { refetchOnWindowFocus: false });
  return (
    <QueryView query={challenge}>
      {(shown) => (
        <QueryView query={details}>
          {(secret) => <AmendForm key={shown.version} challenge={shown} details={secret.details} />}
        </QueryView>
      )}
    </QueryView>
  );
}

function AmendForm(props: { readonly challenge: Schemas['OpenChallengeView']; readonly details: string }) {
  const t = useWords(words);
  const navigate = useNavigate();
  const { challenge: shown, details } = props;
  const amend = api.useMutation('patch', '/v1/open-challenges/{id}');
  return (
    <ApiForm<Draft>
      submit={t.save}
      initial={{
        ...{ title: shown.title, summary: shown.summary, details, countyCode: shown.countyCode },
        ...(shown.field && { field: shown.field }),
        ...(shown.budget && { budgetYuan: shown.budget.yuan }),
        ...(shown.ipTerms && { ipTerms: { ...shown.ipTerms } }),
        criteria: shown.criteria.map((one) => ({ ...one })),
        prizesYuan: shown.prizes.map(({ yuan }) => yuan),
        passMark: shown.passMark,
        ...{ questionsUntil: shown.questionsUntil, commitUntil: shown.commitUntil },
        ...{ revealUntil: shown.revealUntil, scoringUntil: shown.scoringUntil },
      }}
      onSubmit={async (values) => {
        const params = { path: { id: shown.id }, header: { 'If-Match': `"${shown.version}"` } };
        await amend.mutateAsync({ params, body: coded(values) });
        await navigate(`/workbench/challenges/${shown.id}`);
      }}
    >
      <ChallengeFields />
    </ApiForm>
  );
}

/** Criteria are named by their place: nobody types a code. */
const coded = (values: Draft): Draft => ({
  ...filled(values),
  criteria: values.criteria.map(({ title, weight }, index) => ({ code: `criterion${index + 1}`, title, weight })),
});

function ChallengeFields({ demands }: { readonly demands?: boolean }) {
  const t = useWords(words);
  const counties = useCounties();
  return (
    <>
      <Section title={t.problem}>
        {demands && <DemandField />}
        <TextField name="title" label={t.name} max={200} />
        <TextField name="summary" label={t.summary} max={5000} long />
        <TextField name="details" label={t.details} max={20_000} long />
        <TextField name="field" label={t.field} max={40} optional />
        <ChoiceField name="countyCode" label={t.county} choices={counties} />
        <YuanField name="budgetYuan" label={t.budget} optional />
      </Section>
      <Section title={t.rights}>
        <CodeField name={['ipTerms', 'ownership']} label={t.ownership} codes={ipOwnership} />
        <CodeField name={['ipTerms', 'licenceBack']} label={t.licence} codes={licenceBack} />
        <CodeField name={['ipTerms', 'secretUse']} label={t.secret} codes={secretUse} />
        <TextField name={['ipTerms', 'note']} label={t.note} max={2000} long />
        <CountField name={['ipTerms', 'confidentialityMonths']} label={t.months} max={120} />
      </Section>
      <Criteria />
      <Prizes />
      <Section title={t.dates}>
        <InstantItem name="questionsUntil" label={t.questions} />
        <InstantItem name="commitUntil" label={t.commit} />
        <InstantItem name="revealUntil" label={t.reveal} />
        <DayItem name="scoringUntil" label={t.scoring} />
      </Section>
    </>
  );
}

function DemandField() {
  const t = useWords(words);
  const { data } = api.useQuery('get', '/v1/demands/mine', { params: { query: { limit: 100 } } });
  const choices = (data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }));
  return <ChoiceField name="demandId" label={t.demand} choices={choices} optional />;
}

function Criteria() {
  const t = useWords(words);
  return (
    <Section title={t.criteria}>
      <RepeatedFields
        name="criteria"
        title={(n) => t.criterion(n)}
        remove={(n) => `${t.remove} ${t.criterion(n)}`}
        add={t.add}
        least={1}
      >
        {(name) => (
          <>
            <TextField name={[name, 'title']} label={t.title} max={60} />
            <CountField name={[name, 'weight']} label={t.weight} max={100} />
          </>
        )}
      </RepeatedFields>
    </Section>
  );
}

function Prizes() {
  const t = useWords(words);
  return (
    <Section title={t.prizes}>
      <Form.List name="prizesYuan">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key}>
                <YuanField name={[name]} label={t.prize(name + 1)} />
                {fields.length > 1 && name === fields.length - 1 && (
                  <Button onClick={() => remove(name)}>
                    {t.remove} {t.prize(name + 1)}
                  </Button>
                )}
              </div>
            ))}
            <p>
              <Button onClick={() => add('')}>{t.addPrize}</Button>
            </p>
          </>
        )}
      </Form.List>
      <CountField name="passMark" label={t.pass} min={0} max={100} optional />
    </Section>
  );
}
