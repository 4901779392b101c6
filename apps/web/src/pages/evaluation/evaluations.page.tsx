import { Link, useNavigate } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { evaluationState } from '../../text/codes/evaluation.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { FormAct } from '../../ui/act.tsx';
import { StateTag } from '../../ui/code.tsx';
import { ChoiceField, DayItem, TextField, YuanField } from '../../ui/fields.tsx';
import { Day, Money } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { useOrganizationNames } from '../../ui/organization-names.ts';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { AchievementField, AchievementTitle } from '../research/achievement-choice.tsx';

type Commission = Schemas['CommissionEvaluationDto'];

const words = bilingual(
  {
    title: '第三方评价',
    lead: '评价机构须有有效资质，与持有人、委托人没有利害关系；评价费在委托时确定，不因结论而变。',
    workbench: '我的工作台',
    evaluators: '评价机构资质',
    make: '委托评价',
    evaluator: '评价机构',
    scope: '评价范围',
    fee: '评价费（元）',
    payer: '付费方',
    due: '完成期限',
    replaces: '要替代的评价',
    achievement: '成果',
    state: '状态',
    role: '本单位是',
    roles: { owner: '持有单位', commissioner: '委托单位', evaluator: '评价机构' },
    empty: '还没有评价。委托评价后，结论的公开部分随成果公布。',
  },
  {
    title: 'Evaluations',
    lead: 'The evaluator is qualified and unrelated; the fee is fixed at the start, whatever the result.',
    workbench: 'Workbench',
    evaluators: 'Qualified evaluators',
    make: 'Commission',
    evaluator: 'Evaluator',
    scope: 'Scope',
    fee: 'Fee (yuan)',
    payer: 'Paid by',
    due: 'Due',
    replaces: 'Supersedes',
    achievement: 'Achievement',
    state: 'State',
    role: 'We are',
    roles: { owner: 'Holder', commissioner: 'Commissioner', evaluator: 'Evaluator' },
    empty: 'None yet. The public part of a conclusion appears with the achievement.',
  },
);

export function Component() {
  const t = useWords(words);
  const me = useMe();
  const query = api.useInfiniteQuery('get', '/v1/evaluations', { params: { query: { limit: 20 } } }, byCursor);
  const own = me.data?.organizationId;
  const columns: Column<Schemas['EvaluationView']>[] = [
    {
      key: 'achievement',
      title: t.achievement,
      render: ({ id, achievementId }) => (
        <Link to={`/workbench/evaluations/${id}`}>
          <AchievementTitle id={achievementId} />
        </Link>
      ),
    },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={evaluationState} value={state} /> },
    {
      key: 'role',
      title: t.role,
      render: (row) =>
        [
          row.ownerOrganizationId === own && t.roles.owner,
          row.commissionerOrganizationId === own && t.roles.commissioner,
          row.evaluatorOrganizationId === own && t.roles.evaluator,
        ]
          .filter(Boolean)
          .join('、') || '—',
    },
    { key: 'fee', title: t.fee, numeric: true, render: ({ fee }) => <Money value={fee} /> },
    { key: 'due', title: t.due, render: ({ dueOn }) => <Day value={dueOn} /> },
  ];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: t.workbench, to: '/workbench' }]}
      actions={
        <>
          <Link to="/evaluators">{t.evaluators}</Link>
          {hasRole(me.data, 'researchUnit', 'enterprise') && <CommissionAct />}
        </>
      }
    >
      <Section title={t.title}>
        <PagedTable caption={t.title} query={query} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}

function CommissionAct() {
  const t = useWords(words);
  const navigate = useNavigate();
  const commission = api.useMutation('post', '/v1/evaluations');
  return (
    <FormAct<Commission>
      primary
      button={t.make}
      work={async (body) => {
        const made = await commission.mutateAsync({ body });
        await navigate(`/workbench/evaluations/${made.id}`);
      }}
    >
      <AchievementField only={(state) => state !== 'withdrawn'} />
      <EvaluatorField />
      <TextField name="scope" label={t.scope} max={2000} long />
      <YuanField name="feeYuan" label={t.fee} />
      <TextField name="feePayer" label={t.payer} max={100} />
      <DayItem name="dueOn" label={t.due} />
      <SupersededField />
    </FormAct>
  );
}

/** Whoever is qualified today, by name and field. */
function EvaluatorField() {
  const t = useWords(words);
  const { data } = api.useQuery('get', '/v1/evaluator-qualifications', { params: { query: { limit: 100 } } });
  const valid = data?.items.filter(({ revokedOn }) => revokedOn === null) ?? [];
  const name = useOrganizationNames(valid.map(({ organizationId }) => organizationId));
  const choices = valid.map(({ organizationId, fields }) => ({
    value: organizationId,
    label: `${name(organizationId)}（${fields}）`,
  }));
  return <ChoiceField name="evaluatorOrganizationId" label={t.evaluator} choices={choices} />;
}

function SupersededField() {
  const t = useWords(words);
  const { data } = api.useQuery('get', '/v1/evaluations', { params: { query: { limit: 100 } } });
  const concluded = data?.items.filter(({ state }) => state === 'concluded') ?? [];
  if (concluded.length === 0) return null;
  const choices = concluded.map(({ id, scope, dueOn }) => ({ value: id, label: `${dueOn} ${scope}` }));
  return <ChoiceField name="supersedesId" label={t.replaces} choices={choices} optional />;
}
