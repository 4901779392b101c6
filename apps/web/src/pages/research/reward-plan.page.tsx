import { Button, Form, Input } from 'antd';
import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { leaderKind } from '../../text/codes/achievement.codes.ts';
import { costKind, planBasis, planMode, planState } from '../../text/codes/reward-plan.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code, StateTag, useChoices } from '../../ui/code.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Money } from '../../ui/figures.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { AchievementTitle } from './achievement-choice.tsx';
import { percentText } from './achievement-fields.tsx';
import { NoticePart } from './notice-part.tsx';

type Plan = Schemas['RewardPlanDetailView'];
type Distribution = Omit<Schemas['DistributeRewardDto'], 'costs'> & {
  /** Direct costs by kind, as typed. */
  readonly amounts?: Readonly<Record<string, string | undefined>>;
};

const words = bilingual(
  {
    title: '奖酬方案',
    list: '职务成果奖酬',
    facts: '方案',
    state: '状态',
    mode: '方式',
    pool: '奖励总额的比例',
    basis: '依据',
    years: '年限',
    achievement: '成果',
    deviation: '与份额约定不一致的理由',
    people: '参加人员',
    name: '姓名',
    share: '份额',
    main: '主要贡献',
    leader: '领导职务',
    yes: '是',
    no: '否',
    publish: '公示方案',
    published: '已公示，期满无异议后生效。',
    withdraw: '撤回草稿',
    withdrawn: '已撤回。',
    distributions: '逐笔分配',
    noDistribution: '还没有分配。方案生效后，每收到一笔分配一笔。',
    serial: '序号',
    reference: '凭证',
    on: '日期',
    net: '净额',
    poolAmount: '奖励总额',
    carried: '结转下一笔',
    arithmetic: '计算过程',
    shares: '各人应得',
    distribute: '分配一笔',
    distributed: '已分配。',
    gross: '收入、营业利润或股权折价（元）',
    tax: '税金（元）',
    cost: '直接费用（元，可不填；财政科研经费不计）',
    statements: '受益人对账单',
    amount: '应得合计',
    lines: '逐笔说明',
    noStatement: '分配以后有对账单。',
    articles: '所依条文',
    missing: '请填写这一项。',
    money: '应为元，至多两位小数。',
  },
  {
    title: 'Reward plan',
    list: 'Rewards of inventors',
    facts: 'Plan',
    state: 'State',
    mode: 'Of what',
    pool: 'Pool',
    basis: 'Basis',
    years: 'Years',
    achievement: 'Achievement',
    deviation: 'Why it differs from the signed shares',
    people: 'Participants',
    name: 'Name',
    share: 'Share',
    main: 'Main contributor',
    leader: 'Leader',
    yes: 'Yes',
    no: 'No',
    publish: 'Put under notice',
    published: 'Under notice; in force after it.',
    withdraw: 'Withdraw the draft',
    withdrawn: 'Withdrawn.',
    distributions: 'Distributions',
    noDistribution: 'None yet. Once in force, distribute each receipt.',
    serial: 'No.',
    reference: 'Voucher',
    on: 'Date',
    net: 'Net',
    poolAmount: 'Pool',
    carried: 'Carried over',
    arithmetic: 'Arithmetic',
    shares: 'Each one’s part',
    distribute: 'Distribute',
    distributed: 'Distributed.',
    gross: 'Income, profit or value of shares (yuan)',
    tax: 'Tax (yuan)',
    cost: 'Direct costs (yuan, optional)',
    statements: 'Statements',
    amount: 'In total',
    lines: 'Item by item',
    noStatement: 'They appear after a distribution.',
    articles: 'Articles',
    missing: 'Fill this in.',
    money: 'Yuan with at most two decimals.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const plan = api.useQuery('get', '/v1/achievement-reward-plans/{id}', { params: { path: { id } } });
  return (
    <Page title={t.title} crumbs={[{ title: t.list, to: '/workbench/reward-plans' }]}>
      <QueryView query={plan}>
        {(shown) => (
          <>
            <Overview plan={shown} />
            {shown.noticeId && <NoticePart noticeId={shown.noticeId} />}
            <Distributions plan={shown} />
            <Statements plan={shown} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Overview({ plan }: { readonly plan: Plan }) {
  const t = useWords(words);
  const done = useDone();
  const path = { params: { path: { id: plan.id } } };
  const publish = api.useMutation('post', '/v1/achievement-reward-plans/{id}/publication');
  const withdraw = api.useMutation('post', '/v1/achievement-reward-plans/{id}/withdrawal');
  const failure = publish.error ?? withdraw.error;
  return (
    <Section title={t.facts}>
      <Facts
        items={[
          [
            t.achievement,
            <Link key="achievement" to={`/workbench/achievements/${plan.achievementId}`}>
              <AchievementTitle id={plan.achievementId} />
            </Link>,
          ],
          [t.state, <StateTag key="state" codes={planState} value={plan.state} />],
          [t.mode, <Code key="mode" codes={planMode} value={plan.mode} />],
          [t.pool, `${percentText(plan.poolBasisPoints)}%`],
          [t.basis, <Code key="basis" codes={planBasis} value={plan.basis} />],
          [t.years, plan.years],
          [t.deviation, plan.deviationReason],
        ]}
      />
      {failure && <ProblemNotice error={failure} />}
      {plan.state === 'draft' && (
        <div className="form-foot">
          <Button
            type="primary"
            loading={publish.isPending}
            onClick={() => void done(publish.mutateAsync(path), t.published).catch(() => undefined)}
          >
            {t.publish}
          </Button>
          <Button onClick={() => void done(withdraw.mutateAsync(path), t.withdrawn).catch(() => undefined)}>
            {t.withdraw}
          </Button>
        </div>
      )}
      <h3>{t.people}</h3>
      <ListTable
        caption={t.people}
        rows={plan.participants}
        rowKey={({ name, personId }) => personId ?? name}
        empty={t.people}
        columns={[
          { key: 'name', title: t.name, render: ({ name }) => name },
          { key: 'share', title: t.share, numeric: true, render: (one) => `${percentText(one.shareBasisPoints)}%` },
          { key: 'main', title: t.main, render: ({ main }) => (main ? t.yes : t.no) },
          { key: 'leader', title: t.leader, render: ({ leader }) => <Code codes={leaderKind} value={leader} /> },
        ]}
      />
    </Section>
  );
}

function Distributions({ plan }: { readonly plan: Plan }) {
  const t = useWords(words);
  return (
    <Section title={t.distributions} actions={plan.state === 'effective' && <Distribute id={plan.id} />}>
      <ListTable
        caption={t.distributions}
        rows={plan.distributions}
        rowKey={({ id }) => id}
        empty={t.noDistribution}
        columns={[
          { key: 'serial', title: t.serial, numeric: true, render: ({ serial }) => serial },
          { key: 'reference', title: t.reference, render: ({ reference }) => reference },
          { key: 'on', title: t.on, render: ({ onDate }) => <Day value={onDate} /> },
          { key: 'net', title: t.net, numeric: true, render: ({ net }) => <Money value={net} /> },
          { key: 'pool', title: t.poolAmount, numeric: true, render: ({ pool }) => <Money value={pool} /> },
          { key: 'carried', title: t.carried, numeric: true, render: ({ carried }) => <Money value={carried} /> },
          {
            key: 'shares',
            title: t.shares,
            render: ({ shares }) => (
              <ul>
                {shares.map(({ name, amount, personId }) => (
                  <li key={personId ?? name}>
                    {name} <Money value={amount} />
                  </li>
                ))}
              </ul>
            ),
          },
          { key: 'arithmetic', title: t.arithmetic, render: ({ arithmetic }) => arithmetic },
        ]}
      />
    </Section>
  );
}

function Distribute({ id }: { readonly id: string }) {
  const t = useWords(words);
  const done = useDone();
  const kinds = useChoices(costKind);
  const distribute = api.useMutation('post', '/v1/achievement-reward-plans/{id}/distributions');
  const money = { pattern: /^\d{1,13}(\.\d{1,2})?$/, message: t.money };
  return (
    <DialogForm<Distribution>
      primary
      button={t.distribute}
      title={t.distribute}
      onSubmit={({ amounts = {}, ...rest }) => {
        const costs = kinds.flatMap(({ value }) => {
          const amountYuan = amounts[value];
          return amountYuan ? [{ kind: value as Schemas['DirectCostDto']['kind'], amountYuan }] : [];
        });
        const body = { ...rest, ...(costs.length > 0 && { costs }) };
        return done(distribute.mutateAsync({ params: { path: { id } }, body }), t.distributed);
      }}
    >
      <Form.Item name="reference" label={t.reference} rules={[{ required: true, message: t.missing }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="onDate" label={t.on} rules={[{ required: true, message: t.missing }]}>
        <DayField />
      </Form.Item>
      <Form.Item name="grossYuan" label={t.gross} rules={[{ required: true, ...money }]}>
        <Input inputMode="decimal" />
      </Form.Item>
      <Form.Item name="taxYuan" label={t.tax} rules={[{ required: true, ...money }]}>
        <Input inputMode="decimal" />
      </Form.Item>
      <h3>{t.cost}</h3>
      {kinds.map(({ value, label }) => (
        <Form.Item key={value} name={['amounts', value]} label={label} rules={[money]}>
          <Input inputMode="decimal" />
        </Form.Item>
      ))}
    </DialogForm>
  );
}

function Statements({ plan }: { readonly plan: Plan }) {
  const t = useWords(words);
  return (
    <Section title={t.statements}>
      <ListTable
        caption={t.statements}
        rows={plan.statements}
        rowKey={({ name, personId }) => personId ?? name}
        empty={t.noStatement}
        columns={[
          { key: 'name', title: t.name, render: ({ name }) => name },
          { key: 'amount', title: t.amount, numeric: true, render: ({ amount }) => <Money value={amount} /> },
          {
            key: 'lines',
            title: t.lines,
            render: ({ lines }) => (
              <ul>
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <h3>{t.articles}</h3>
      <ul>
        {plan.articles.map((article) => (
          <li key={article}>{article}</li>
        ))}
      </ul>
    </Section>
  );
}
