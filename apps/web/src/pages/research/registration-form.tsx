import { Checkbox, Form, Input, Select } from 'antd';
import type { Schemas } from '../../api/client.ts';
import { evaluationManner, formAttribute, formLevel, formPhase } from '../../text/codes/achievement.codes.ts';
import { achievementKind } from '../../text/codes/market.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, useChoices } from '../../ui/code.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { StepForm, type FormStep } from '../../ui/step-form.tsx';

type ApiForm = Schemas['RegistrationFormDto'];
type Kind = Schemas['DraftRegistrationDto']['kind'];
/** The form with its kind, flat: the names of the API's fields. */
export type RegistrationAnswers = ApiForm & { readonly kind: Kind };

const words = bilingual(
  {
    what: '成果',
    kind: '成果类型',
    title: '成果名称',
    titleMissing: '请填写成果名称。',
    summary: '成果简介',
    summaryMissing: '请填写成果简介。',
    keywords: '关键词',
    embodiment: '成果体现形式',
    attribute: '成果属性',
    phase: '所处阶段',
    level: '成果水平（按评价结论）',
    who: '单位和完成人',
    firstUnit: '第一完成单位',
    firstUnitMissing: '请填写第一完成单位。',
    recommendingUnit: '推荐单位',
    inventors: '完成人（按贡献排序，输入一个名字后按回车）',
    inventorsHelp: '必须与各完成人签署过的份额约定一致。',
    inventorsMissing: '请填写完成人。',
    startedOn: '研究起始日期',
    endedOn: '研究终止日期',
    projectSource: '立项来源',
    proof: '评价和应用',
    evaluationManner: '评价方式',
    evaluationUnit: '评价单位',
    evaluatedOn: '评价日期',
    evaluationPositive: '评价结论是肯定的',
    intellectualProperty: '知识产权情况',
    industry: '应用行业',
    transferScope: '转化方式与范围',
    benefit: '经济效益',
    papers: '论文、著作（基础理论填写）',
    adoption: '采纳单位及应用情况（软科学填写）',
    yes: '是',
    no: '否',
  },
  {
    what: 'The achievement',
    kind: 'Type',
    title: 'Name',
    titleMissing: 'Fill in the name.',
    summary: 'Description',
    summaryMissing: 'Describe it.',
    keywords: 'Keywords',
    embodiment: 'Form in which it exists',
    attribute: 'Origin',
    phase: 'Phase',
    level: 'Level (as evaluated)',
    who: 'Unit and inventors',
    firstUnit: 'First unit',
    firstUnitMissing: 'Fill in the first unit.',
    recommendingUnit: 'Recommending unit',
    inventors: 'Inventors (by contribution; press Enter after each)',
    inventorsHelp: 'The same as in the signed share agreement.',
    inventorsMissing: 'Name the inventors.',
    startedOn: 'Research began',
    endedOn: 'Research ended',
    projectSource: 'Project',
    proof: 'Evaluation and use',
    evaluationManner: 'How it was evaluated',
    evaluationUnit: 'Evaluated by',
    evaluatedOn: 'Evaluated on',
    evaluationPositive: 'The evaluation is positive',
    intellectualProperty: 'Intellectual property',
    industry: 'Industry',
    transferScope: 'Transfer and scope',
    benefit: 'Benefit',
    papers: 'Papers (basic theory)',
    adoption: 'Adopted by (soft science)',
    yes: 'Yes',
    no: 'No',
  },
);

/** The registration form in three steps, for a new one and for one to be mended. */
export function RegistrationForm(props: {
  readonly initial: Partial<RegistrationAnswers>;
  readonly draftKey: string;
  readonly submit: string;
  readonly onSubmit: (kind: Kind, form: ApiForm) => Promise<unknown>;
}) {
  const t = useWords(words);
  const [kinds, attributes, phases, levels, manners] = [
    useChoices(achievementKind),
    useChoices(formAttribute),
    useChoices(formPhase),
    useChoices(formLevel),
    useChoices(evaluationManner),
  ];
  const steps: FormStep<RegistrationAnswers>[] = [
    {
      title: t.what,
      names: ['kind', 'title', 'summary', 'keywords', 'embodiment', 'attribute', 'phase', 'level'],
      fields: (
        <>
          <Form.Item name="kind" label={t.kind} rules={[{ required: true, message: t.kind }]}>
            <Select options={kinds} />
          </Form.Item>
          <Form.Item name="title" label={t.title} rules={[{ required: true, message: t.titleMissing }]}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="summary" label={t.summary} rules={[{ required: true, message: t.summaryMissing }]}>
            <Input.TextArea autoSize={{ minRows: 4, maxRows: 16 }} maxLength={5000} />
          </Form.Item>
          <Form.Item name="keywords" label={t.keywords}>
            <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['、', '，', ',']} />
          </Form.Item>
          <Form.Item name="embodiment" label={t.embodiment}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="attribute" label={t.attribute}>
            <Select options={attributes} allowClear />
          </Form.Item>
          <Form.Item name="phase" label={t.phase}>
            <Select options={phases} allowClear />
          </Form.Item>
          <Form.Item name="level" label={t.level}>
            <Select options={levels} allowClear />
          </Form.Item>
        </>
      ),
      answers: (form) => [
        [t.kind, <Code key="kind" codes={achievementKind} value={form.kind} />],
        [t.title, form.title],
        [t.summary, form.summary],
        [t.keywords, form.keywords?.join('、')],
        [t.embodiment, form.embodiment],
        [t.attribute, <Code key="attribute" codes={formAttribute} value={form.attribute} />],
        [t.phase, <Code key="phase" codes={formPhase} value={form.phase} />],
        [t.level, <Code key="level" codes={formLevel} value={form.level} />],
      ],
    },
    {
      title: t.who,
      names: ['firstUnit', 'recommendingUnit', 'inventors', 'startedOn', 'endedOn', 'projectSource'],
      fields: (
        <>
          <Form.Item name="firstUnit" label={t.firstUnit} rules={[{ required: true, message: t.firstUnitMissing }]}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="recommendingUnit" label={t.recommendingUnit}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item
            name="inventors"
            label={t.inventors}
            extra={t.inventorsHelp}
            rules={[{ required: true, type: 'array', min: 1, message: t.inventorsMissing }]}
          >
            <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['、', '，', ',']} />
          </Form.Item>
          <Form.Item name="startedOn" label={t.startedOn}>
            <DayField />
          </Form.Item>
          <Form.Item name="endedOn" label={t.endedOn}>
            <DayField />
          </Form.Item>
          <Form.Item name="projectSource" label={t.projectSource}>
            <Input maxLength={200} />
          </Form.Item>
        </>
      ),
      answers: (form) => [
        [t.firstUnit, form.firstUnit],
        [t.recommendingUnit, form.recommendingUnit],
        [t.inventors, form.inventors?.join('、')],
        [t.startedOn, form.startedOn],
        [t.endedOn, form.endedOn],
        [t.projectSource, form.projectSource],
      ],
    },
    {
      title: t.proof,
      names: [
        'evaluationManner',
        'evaluationUnit',
        'evaluatedOn',
        'evaluationPositive',
        'intellectualProperty',
        'industry',
        'transferScope',
        'benefit',
        'papers',
        'adoption',
      ],
      fields: (
        <>
          <Form.Item name="evaluationManner" label={t.evaluationManner}>
            <Select options={manners} allowClear />
          </Form.Item>
          <Form.Item name="evaluationUnit" label={t.evaluationUnit}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="evaluatedOn" label={t.evaluatedOn}>
            <DayField />
          </Form.Item>
          <Form.Item name="evaluationPositive" valuePropName="checked">
            <Checkbox>{t.evaluationPositive}</Checkbox>
          </Form.Item>
          <Form.Item name="intellectualProperty" label={t.intellectualProperty}>
            <Input maxLength={500} />
          </Form.Item>
          <Form.Item name="industry" label={t.industry}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="transferScope" label={t.transferScope}>
            <Input maxLength={500} />
          </Form.Item>
          <Form.Item name="benefit" label={t.benefit}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
          </Form.Item>
          <Form.Item name="papers" label={t.papers}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
          </Form.Item>
          <Form.Item name="adoption" label={t.adoption}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
          </Form.Item>
        </>
      ),
      answers: (form) => [
        [t.evaluationManner, <Code key="manner" codes={evaluationManner} value={form.evaluationManner} />],
        [t.evaluationUnit, form.evaluationUnit],
        [t.evaluatedOn, form.evaluatedOn],
        [t.evaluationPositive, form.evaluationPositive ? t.yes : t.no],
        [t.intellectualProperty, form.intellectualProperty],
        [t.industry, form.industry],
        [t.transferScope, form.transferScope],
        [t.benefit, form.benefit],
        [t.papers, form.papers],
        [t.adoption, form.adoption],
      ],
    },
  ];
  return (
    <StepForm<RegistrationAnswers>
      steps={steps}
      initial={props.initial}
      draftKey={props.draftKey}
      submit={props.submit}
      onSubmit={async (values) => {
        const form = Object.fromEntries(
          Object.entries(values).filter(([name, value]) => formFields.has(name) && value !== '' && value != null),
        ) as unknown as ApiForm;
        await props.onSubmit(values.kind, form);
      }}
    />
  );
}

const formFields: ReadonlySet<string> = new Set<keyof ApiForm>([
  'title',
  'summary',
  'keywords',
  'embodiment',
  'attribute',
  'phase',
  'level',
  'startedOn',
  'endedOn',
  'firstUnit',
  'recommendingUnit',
  'inventors',
  'projectSource',
  'intellectualProperty',
  'evaluationManner',
  'evaluationUnit',
  'evaluatedOn',
  'evaluationPositive',
  'industry',
  'transferScope',
  'benefit',
  'papers',
  'adoption',
]);
