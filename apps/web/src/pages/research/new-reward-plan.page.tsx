import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import { leaderKind } from '../../text/codes/achievement.codes.ts';
import { planBasis, planMode } from '../../text/codes/reward-plan.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { useChoices } from '../../ui/code.tsx';
import { useMembers } from '../../ui/members.ts';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { AchievementField } from './achievement-choice.tsx';
import { basisPoints, InventorFields } from './achievement-fields.tsx';

type Participant = Omit<Schemas['RewardParticipantDto'], 'shareBasisPoints'> & { readonly percent: number };
type Draft = Omit<Schemas['DraftRewardPlanDto'], 'participants' | 'poolBasisPoints'> & {
  readonly poolPercent: number;
  readonly inventors: readonly Participant[];
};

const words = bilingual(
  {
    title: '起草奖酬方案',
    list: '职务成果奖酬',
    mode: '方式',
    pool: '奖励总额占净收入（或股份、利润）的比例（%）',
    poolHelp: '低于法定下限的会说明依据和最低比例。',
    years: '年限（仅营业利润，3 至 5 年）',
    basis: '依据',
    contract: '合同（转让、许可填写）',
    person: '本单位账号（没有的留空）',
    main: '主要贡献人员',
    leader: '领导职务',
    deviation: '与份额约定不一致的理由（将随方案公示）',
    missing: '请填写这一项。',
    submit: '保存方案',
  },
  {
    title: 'Draft a reward plan',
    list: 'Rewards of inventors',
    mode: 'Of what',
    pool: 'Pool, as a part of net income, shares or profit (%)',
    poolHelp: 'Below the legal floor it is refused, with the article.',
    years: 'Years (profit only, 3 to 5)',
    basis: 'Basis',
    contract: 'Contract (assignment or licence)',
    person: 'Account in your unit (or none)',
    main: 'Main contributor',
    leader: 'Leader',
    deviation: 'Why it differs from the signed shares (shown in the notice)',
    missing: 'Fill this in.',
    submit: 'Save the plan',
  },
);

export function Component() {
  const t = useWords(words);
  const [params] = useSearchParams();
  const id = params.get('achievement');
  const achievement = api.useQuery(
    'get',
    '/v1/achievements/{id}',
    { params: { path: { id: id ?? '' } } },
    { enabled: id !== null },
  );
  return (
    <Page title={t.title} crumbs={[{ title: t.list, to: '/workbench/reward-plans' }]}>
      <div className="narrow">
        <Section title={achievement.data?.title ?? t.title}>
          {id === null ? (
            <PlanForm achievement={null} />
          ) : (
            <QueryView query={achievement}>{(shown) => <PlanForm achievement={shown} />}</QueryView>
          )}
        </Section>
      </div>
    </Page>
  );
}

function PlanForm({ achievement }: { readonly achievement: Schemas['FullAchievementView'] | null }) {
  const t = useWords(words);
  const navigate = useNavigate();
  const [modes, bases, leaders, members] = [
    useChoices(planMode),
    useChoices(planBasis),
    useChoices(leaderKind),
    useMembers(),
  ];
  const contracts = api.useQuery('get', '/v1/contracts', { params: { query: { limit: 100 } } });
  const draft = api.useMutation('post', '/v1/achievement-reward-plans');
  const required = [{ required: true, message: t.missing }];
  const send = async ({ poolPercent, inventors, ...rest }: Draft): Promise<void> => {
    const body = {
      ...filled(rest),
      poolBasisPoints: basisPoints(poolPercent),
      participants: inventors.map(({ percent, ...one }) => ({
        ...filled(one),
        main: one.main ?? false,
        shareBasisPoints: basisPoints(percent),
      })),
    };
    const made = await draft.mutateAsync({ body });
    await navigate(`/workbench/reward-plans/${made.id}`);
  };
  return (
    <ApiForm<Draft>
      submit={t.submit}
      initial={{
        achievementId: achievement?.id,
        basis: 'agreement',
        inventors: achievement?.disclosure?.inventors.map(({ name, shareBasisPoints }) => ({
          name,
          percent: shareBasisPoints / 100,
          main: true,
          leader: 'none',
        })) ?? [{ main: true, leader: 'none' } as never],
      }}
      onSubmit={send}
    >
      <AchievementField />
      <Form.Item name="mode" label={t.mode} rules={required}>
        <Select options={modes} />
      </Form.Item>
      <Form.Item name="poolPercent" label={t.pool} extra={t.poolHelp} rules={required}>
        <InputNumber min={0} max={100} precision={2} controls={false} />
      </Form.Item>
      <Form.Item name="years" label={t.years}>
        <InputNumber min={1} max={10} precision={0} controls={false} />
      </Form.Item>
      <Form.Item name="basis" label={t.basis} rules={required}>
        <Select options={bases} />
      </Form.Item>
      <Form.Item name="contractId" label={t.contract}>
        <Select
          allowClear
          options={(contracts.data?.items ?? []).map((one) => ({ value: one.id, label: one.title }))}
        />
      </Form.Item>
      <InventorFields
        more={(name) => (
          <>
            <Form.Item name={[name, 'personId']} label={t.person}>
              <Select options={members} allowClear />
            </Form.Item>
            <Form.Item name={[name, 'leader']} label={t.leader} initialValue="none">
              <Select options={leaders} />
            </Form.Item>
            <Form.Item name={[name, 'main']} valuePropName="checked">
              <Checkbox>{t.main}</Checkbox>
            </Form.Item>
          </>
        )}
      />
      <Form.Item name="deviationReason" label={t.deviation}>
        <Input maxLength={500} />
      </Form.Item>
    </ApiForm>
  );
}
