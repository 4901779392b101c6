import { Form, Input, Select } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import { transferMode } from '../../text/codes/market.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useChoices } from '../../ui/code.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useCounties, useCountyName, useZoneName, useZones } from '../../ui/places.ts';
import { StepForm, type FormStep } from '../../ui/step-form.tsx';

type Draft = Schemas['CreateDemandDto'];

const words = bilingual(
  {
    title: '发布技术需求',
    mine: '本单位的技术需求',
    problem: '遇到什么难题',
    name: '需求名称',
    nameHelp: '一句话说清对象和难题，例如：羔羊 35 日龄断奶成活率低',
    nameMissing: '请填写需求名称。',
    summary: '难题是什么，要达到什么指标',
    summaryHelp: '现在是多少、要到多少、试过什么办法。写得越具体，撮合越准。',
    summaryMissing: '请描述难题。',
    place: '在哪里用',
    county: '县区',
    countyMissing: '请选择县区。',
    zone: '示范区',
    field: '技术领域',
    terms: '怎样合作',
    budget: '预算（元）',
    budgetHelp: '例如 500000；不填为面议。',
    budgetWrong: '预算应为元，至多两位小数，例如 500000 或 500000.50。',
    modes: '希望的合作方式（不限则不选）',
    neededBy: '希望用上的日期',
    submit: '保存需求',
  },
  {
    title: 'Post a demand',
    mine: 'Our demands',
    problem: 'The problem',
    name: 'Name of the demand',
    nameHelp: 'Object and problem in one sentence',
    nameMissing: 'Fill in the name.',
    summary: 'What is the problem, and which figures are to be reached',
    summaryHelp: 'Where you are, where you want to be, what was tried.',
    summaryMissing: 'Describe the problem.',
    place: 'Where it is used',
    county: 'County',
    countyMissing: 'Choose a county.',
    zone: 'Zone (optional)',
    field: 'Field (optional)',
    terms: 'Terms',
    budget: 'Budget in yuan (optional)',
    budgetHelp: 'e.g. 500000; leave empty when negotiable.',
    budgetWrong: 'Give yuan with at most two decimals, e.g. 500000 or 500000.50.',
    modes: 'Wanted forms (none: any)',
    neededBy: 'Needed by (optional)',
    submit: 'Save the demand',
  },
);

export function Component() {
  const t = useWords(words);
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [counties, zones, modes] = [useCounties(), useZones(), useChoices(transferMode)];
  const [countyName, zoneName] = [useCountyName(), useZoneName()];
  const create = api.useMutation('post', '/v1/demands');
  const steps: FormStep<Draft>[] = [
    {
      title: t.problem,
      names: ['title', 'summary'],
      fields: (
        <>
          <Form.Item
            name="title"
            label={t.name}
            extra={t.nameHelp}
            rules={[{ required: true, message: t.nameMissing }]}
          >
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item
            name="summary"
            label={t.summary}
            extra={t.summaryHelp}
            rules={[{ required: true, message: t.summaryMissing }]}
          >
            <Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} maxLength={5000} />
          </Form.Item>
        </>
      ),
      answers: ({ title, summary }) => [
        [t.name, title],
        [t.summary, summary],
      ],
    },
    {
      title: t.place,
      names: ['countyCode', 'zoneCode', 'field'],
      fields: (
        <>
          <Form.Item name="countyCode" label={t.county} rules={[{ required: true, message: t.countyMissing }]}>
            <Select options={counties} />
          </Form.Item>
          <Form.Item name="zoneCode" label={t.zone}>
            <Select options={zones} allowClear />
          </Form.Item>
          <Form.Item name="field" label={t.field}>
            <Input maxLength={60} />
          </Form.Item>
        </>
      ),
      answers: ({ countyCode, zoneCode, field }) => [
        [t.county, countyName(countyCode)],
        [t.zone, zoneCode && zoneName(zoneCode)],
        [t.field, field],
      ],
    },
    {
      title: t.terms,
      names: ['budgetYuan', 'transferModes', 'neededBy'],
      fields: (
        <>
          <Form.Item
            name="budgetYuan"
            label={t.budget}
            extra={t.budgetHelp}
            rules={[{ pattern: /^\d{1,12}(\.\d{1,2})?$/, message: t.budgetWrong }]}
          >
            <Input inputMode="decimal" />
          </Form.Item>
          <Form.Item name="transferModes" label={t.modes}>
            <Select mode="multiple" options={modes} />
          </Form.Item>
          <Form.Item name="neededBy" label={t.neededBy}>
            <DayField />
          </Form.Item>
        </>
      ),
      answers: ({ budgetYuan, transferModes, neededBy }) => [
        [t.budget, budgetYuan],
        [t.modes, (transferModes ?? []).map((mode) => modes.find(({ value }) => value === mode)?.label).join('、')],
        [t.neededBy, neededBy],
      ],
    },
  ];
  const save = async (values: Draft): Promise<void> => {
    const made = await create.mutateAsync({ body: filled(values) });
    await navigate(`/workbench/demands/${made.id}?new=1`);
  };
  return (
    <Page title={t.title} crumbs={[{ title: t.mine, to: '/workbench/demands' }]}>
      <div className="narrow">
        <Section title={t.title}>
          <StepForm<Draft>
            steps={steps}
            initial={{ title: params.get('title') ?? undefined }}
            draftKey="demand"
            submit={t.submit}
            onSubmit={save}
          />
        </Section>
      </div>
    </Page>
  );
}
