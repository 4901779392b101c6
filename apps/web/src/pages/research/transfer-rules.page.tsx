import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import { materialKind } from '../../text/codes/attachment.codes.ts';
import { majority, stage as stageCodes } from '../../text/codes/transfer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { useChoices } from '../../ui/code.tsx';
import { Instant } from '../../ui/figures.tsx';
import { useMembers } from '../../ui/members.ts';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import './research.css';

type StageRule = Schemas['StageRuleDto'];
interface Draft {
  readonly stages: readonly StageRule[];
  readonly note: string;
}

const words = bilingual(
  {
    title: '转化流程规定',
    lead: '每个环节由谁办理、几人参加、怎样算通过、要什么材料、几日办完。修订只约束此后发起的流程。',
    board: '成果转化流程',
    now: (revision: number) => `现行：第 ${revision} 次修订`,
    none: '还没有规定。保存以后才能发起流程。',
    form: '规定',
    people: '办理人（本单位人员）',
    quorum: '须参加的人数',
    majority: '通过的比例',
    documents: '须有的材料',
    days: '期限（日）',
    notice: '公示期（日）',
    minutes: '须形成会议纪要',
    note: '依据哪次会议、哪份文件',
    noteMissing: '请写明依据。',
    save: '保存为新的修订',
    saved: '已保存。',
  },
  {
    title: 'Rules of transfer',
    lead: 'Who acts in each stage, how many, by which majority, with which documents, within how long.',
    board: 'Transfer procedures',
    now: (revision) => `In force: revision ${revision}`,
    none: 'No rule yet. Save one to begin a procedure.',
    form: 'Rules',
    people: 'People of your unit',
    quorum: 'How many take part',
    majority: 'Majority',
    documents: 'Documents',
    days: 'Term (days)',
    notice: 'Days of notice',
    minutes: 'Minutes are kept',
    note: 'By which meeting or document',
    noteMissing: 'Name it.',
    save: 'Save as a new revision',
    saved: 'Saved.',
  },
);

const order = Object.keys(stageCodes) as StageRule['stage'][];

export function Component() {
  const t = useWords(words);
  const rules = api.useQuery('get', '/v1/transfer-rules', { params: { query: { limit: 100 } } });
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.board, to: '/workbench/transfer-procedures' }]}>
      <QueryView query={rules}>{({ items }) => <Rules latest={newest(items)} />}</QueryView>
    </Page>
  );
}

const newest = (rules: readonly Schemas['TransferRuleView'][]) => [...rules].sort((a, b) => b.revision - a.revision)[0];

function Rules({ latest }: { readonly latest: Schemas['TransferRuleView'] | undefined }) {
  const t = useWords(words);
  const done = useDone();
  const save = api.useMutation('post', '/v1/transfer-rules');
  const initial = order.map((stage): StageRule => {
    const kept = latest?.stages.find((one) => one.stage === stage);
    if (kept) return filled({ ...kept, title: undefined }) as StageRule;
    return { stage, personIds: [], quorum: 1, majority: 'moreThanHalf', documents: [], minutes: false };
  });
  return (
    <Section title={t.form}>
      <p>
        {latest ? (
          <>
            {t.now(latest.revision)}，<Instant value={latest.createdAt} />：{latest.note}
          </>
        ) : (
          t.none
        )}
      </p>
      <ApiForm<Draft>
        submit={t.save}
        initial={{ stages: initial }}
        onSubmit={({ note, stages }) => {
          const body = { note, stages: stages.map((one, index) => filled({ ...one, stage: order[index]! })) };
          return done(save.mutateAsync({ body }), t.saved);
        }}
      >
        {order.map((stage, index) => (
          <StageFields key={stage} stage={stage} index={index} />
        ))}
        <Form.Item name="note" label={t.note} rules={[{ required: true, message: t.noteMissing }]}>
          <Input maxLength={500} />
        </Form.Item>
      </ApiForm>
    </Section>
  );
}

function StageFields({ stage, index }: { readonly stage: StageRule['stage']; readonly index: number }) {
  const t = useWords(words);
  const [stages, majorities, materials, members] = [
    useChoices(stageCodes),
    useChoices(majority),
    useChoices(materialKind),
    useMembers(),
  ];
  const field = (name: keyof StageRule) => ['stages', index, name];
  if (stage === 'publicity') {
    return (
      <fieldset className="entry">
        <legend>{stages[index]?.label}</legend>
        <Form.Item name={field('days')} label={t.notice}>
          <InputNumber min={1} max={365} precision={0} controls={false} />
        </Form.Item>
      </fieldset>
    );
  }
  return (
    <fieldset className="entry">
      <legend>{stages[index]?.label}</legend>
      <Form.Item name={field('personIds')} label={t.people}>
        <Select mode="multiple" options={members} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name={field('quorum')} label={t.quorum}>
        <InputNumber min={1} max={50} precision={0} controls={false} />
      </Form.Item>
      <Form.Item name={field('majority')} label={t.majority}>
        <Select options={majorities} />
      </Form.Item>
      <Form.Item name={field('documents')} label={t.documents}>
        <Select mode="multiple" options={materials} />
      </Form.Item>
      <Form.Item name={field('days')} label={t.days}>
        <InputNumber min={1} max={365} precision={0} controls={false} />
      </Form.Item>
      <Form.Item name={field('minutes')} valuePropName="checked">
        <Checkbox>{t.minutes}</Checkbox>
      </Form.Item>
    </fieldset>
  );
}
