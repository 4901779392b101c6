import { Checkbox, Form, Input, Select } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import { transferWay } from '../../text/codes/transfer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { useChoices } from '../../ui/code.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { AchievementField } from './achievement-choice.tsx';

type Draft = Schemas['BeginProcedureDto'];

const words = bilingual(
  {
    title: '发起转化流程',
    lead: '须先有全体完成人签署的份额约定和本单位的流程规定。',
    board: '成果转化流程',
    way: '转化方式（促进科技成果转化法第十六条）',
    wayMissing: '请选择转化方式。',
    summary: '转化的缘由与方案概要',
    summaryMissing: '请写明缘由和方案。',
    counterparty: '受让方或合作方',
    related: '受让方是完成人或其关联方',
    note: '关联情况说明（有关联的必填，将随公示公开）',
    submit: '发起流程',
  },
  {
    title: 'Begin a transfer',
    lead: 'It takes signed shares and the rules of your unit.',
    board: 'Transfer procedures',
    way: 'Way of transfer',
    wayMissing: 'Choose the way.',
    summary: 'Why, and what is planned',
    summaryMissing: 'Say why, and what is planned.',
    counterparty: 'Transferee or partner (optional)',
    related: 'It is an inventor or related to one',
    note: 'How it is related (shown in the notice)',
    submit: 'Begin',
  },
);

export function Component() {
  const t = useWords(words);
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const ways = useChoices(transferWay);
  const begin = api.useMutation('post', '/v1/transfer-procedures');
  const send = async (values: Draft): Promise<void> => {
    const made = await begin.mutateAsync({ body: { ...filled(values), relatedParty: values.relatedParty ?? false } });
    await navigate(`/workbench/transfer-procedures/${made.id}`);
  };
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.board, to: '/workbench/transfer-procedures' }]}>
      <div className="narrow">
        <Section title={t.title}>
          <ApiForm<Draft>
            submit={t.submit}
            draftKey="transfer"
            initial={{ achievementId: params.get('achievement') ?? undefined, relatedParty: false }}
            onSubmit={send}
          >
            <AchievementField only={(state) => state !== 'withdrawn' && state !== 'transferred'} />
            <Form.Item name="way" label={t.way} rules={[{ required: true, message: t.wayMissing }]}>
              <Select options={ways} />
            </Form.Item>
            <Form.Item name="summary" label={t.summary} rules={[{ required: true, message: t.summaryMissing }]}>
              <Input.TextArea autoSize={{ minRows: 4, maxRows: 16 }} maxLength={5000} />
            </Form.Item>
            <Form.Item name="counterpartyName" label={t.counterparty}>
              <Input maxLength={200} />
            </Form.Item>
            <Form.Item name="relatedParty" valuePropName="checked">
              <Checkbox>{t.related}</Checkbox>
            </Form.Item>
            <Form.Item name="relatedNote" label={t.note}>
              <Input maxLength={500} />
            </Form.Item>
          </ApiForm>
        </Section>
      </div>
    </Page>
  );
}
