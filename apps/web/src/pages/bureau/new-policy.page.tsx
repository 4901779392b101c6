import { Checkbox, Form, Input, Radio } from 'antd';
import { useNavigate } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { beneficiaryKind, rewardScheme } from '../../text/codes/reward.codes.ts';
import { organizationKind } from '../../text/codes/market.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { useChoices } from '../../ui/code.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { Page } from '../../ui/page.tsx';

type Draft = Schemas['DraftRewardPolicyDto'];
type Values = Omit<Draft, 'rateBasisPoints' | 'topRanks'> & { rateBasisPoints: string; topRanks?: string };

const words = bilingual(
  {
    list: '奖补政策版本',
    title: '起草奖补政策新版本',
    lead: '只是草稿：不影响任何人，直到试算过、由另一名奖补人员发布、并到了施行日。',
    scheme: '项目',
    name: '名称',
    beneficiary: '受益人',
    kinds: '受益单位类别（个人奖补不选）',
    rate: '比例（万分之几）',
    threshold: '起计额（元，含）',
    cap: '每受益人每年度上限（元）',
    ranks: '评审名次（前几名；不排名则不填）',
    once: '一生只奖一次',
    wording: '文件原文',
    source: '来源（文件名与文号）',
    reading: '计算口径',
    from: '施行日（某年 1 月 1 日）',
    reason: '修订理由',
    missing: '请填写。',
    whole: '应为整数。',
    money: '应为元，至多两位小数。',
    save: '保存草稿',
  },
  {
    list: 'Versions of reward policies',
    title: 'Draft a version of a reward policy',
    lead: 'A draft touches nobody until it is tried, published by another officer, and its day has come.',
    scheme: 'Reward',
    name: 'Name',
    beneficiary: 'Beneficiary',
    kinds: 'Kinds of organization (none for persons)',
    rate: 'Rate (in ten-thousandths)',
    threshold: 'Threshold (yuan, included)',
    cap: 'Cap a year (yuan)',
    ranks: 'Ranks awarded (may be empty)',
    once: 'Once in a lifetime',
    wording: 'Wording',
    source: 'Source (name and number)',
    reading: 'Reading',
    from: 'In force from (1 January of a year)',
    reason: 'Reason of the revision',
    missing: 'This is needed.',
    whole: 'A whole number.',
    money: 'Yuan with at most two decimals.',
    save: 'Save the draft',
  },
);

export function Component() {
  const t = useWords(words);
  const navigate = useNavigate();
  const draft = api.useMutation('post', '/v1/reward-policy-versions');
  const schemes = useChoices(rewardScheme).filter(({ value }) => value !== 'enterpriseAward');
  const beneficiaries = useChoices(beneficiaryKind);
  const kinds = useChoices(organizationKind);
  const needed = { required: true, message: t.missing };
  const whole = { required: true, pattern: /^\d{1,5}$/, message: t.whole };
  const money = { required: true, pattern: /^\d{1,13}(\.\d{1,2})?$/, message: t.money };
  const long = <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 10 }} />;
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.list, to: '/workbench/policies' }]}>
      <ApiForm<Values>
        submit={t.save}
        draftKey="policy"
        initial={{ scheme: 'agencyAward', beneficiary: 'organization' }}
        onSubmit={async ({ rateBasisPoints, topRanks, ...rest }) => {
          const body: Draft = {
            ...rest,
            rateBasisPoints: Number(rateBasisPoints),
            ...(topRanks && { topRanks: Number(topRanks) }),
          };
          const made = await draft.mutateAsync({ body });
          void navigate(`/workbench/policies/${made.id}`);
        }}
      >
        <Form.Item name="scheme" label={t.scheme} rules={[needed]}>
          <Radio.Group options={schemes} />
        </Form.Item>
        <Form.Item name="title" label={t.name} rules={[needed]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="beneficiary" label={t.beneficiary} rules={[needed]}>
          <Radio.Group options={beneficiaries} />
        </Form.Item>
        <Form.Item name="beneficiaryKinds" label={t.kinds}>
          <Checkbox.Group options={kinds} />
        </Form.Item>
        <Form.Item name="rateBasisPoints" label={t.rate} rules={[whole]}>
          <Input inputMode="numeric" />
        </Form.Item>
        <Form.Item name="thresholdYuan" label={t.threshold} rules={[money]}>
          <Input inputMode="decimal" />
        </Form.Item>
        <Form.Item name="capPerYearYuan" label={t.cap} rules={[money]}>
          <Input inputMode="decimal" />
        </Form.Item>
        <Form.Item name="topRanks" label={t.ranks} rules={[{ pattern: /^\d{1,3}$/, message: t.whole }]}>
          <Input inputMode="numeric" />
        </Form.Item>
        <Form.Item name="oncePerLifetime" valuePropName="checked">
          <Checkbox>{t.once}</Checkbox>
        </Form.Item>
        <Form.Item name="wording" label={t.wording} rules={[needed]}>
          {long}
        </Form.Item>
        <Form.Item name="source" label={t.source} rules={[needed]}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="reading" label={t.reading} rules={[needed]}>
          {long}
        </Form.Item>
        <Form.Item name="effectiveFrom" label={t.from} rules={[needed]}>
          <DayField />
        </Form.Item>
        <Form.Item name="reason" label={t.reason} rules={[needed]}>
          {long}
        </Form.Item>
      </ApiForm>
    </Page>
  );
}
