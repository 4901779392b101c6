import { Form, Input, Select } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import { leaderKind, shareBasis } from '../../text/codes/achievement.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { useChoices } from '../../ui/code.tsx';
import { useMembers } from '../../ui/members.ts';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { basisPoints, InventorFields } from './achievement-fields.tsx';

type Proposed = Omit<Schemas['ProposedInventorDto'], 'shareBasisPoints'> & { readonly percent?: number };
interface Draft {
  readonly basis: Schemas['ProposeSharesDto']['basis'];
  readonly statement: string;
  readonly inventors: readonly Proposed[];
}

const words = bilingual(
  {
    title: '发起份额约定',
    lead: '列出各完成人和份额，由每个人本人签署；没有账号的人书面签署。沉默不等于同意。',
    achievement: '成果',
    basis: '依据',
    basisHelp: '没有约定的，各方可以共同声明均分。',
    statement: '份额如何商定',
    statementMissing: '请写明份额如何商定。',
    account: '本单位账号（没有账号的留空，书面签署）',
    leader: '是否领导人员',
    contribution: '实际贡献（领导人员必填）',
    submit: '发起，请各人签署',
  },
  {
    title: 'Propose shares',
    lead: 'Each inventor signs; who has no account signs on paper. Silence is not consent.',
    achievement: 'Achievement',
    basis: 'Basis',
    basisHelp: 'Without an agreement all may declare equal parts.',
    statement: 'How the shares were agreed',
    statementMissing: 'Say how they were agreed.',
    account: 'Account in your unit (empty: signs on paper)',
    leader: 'Leader of the unit',
    contribution: 'Actual contribution (leaders must say it)',
    submit: 'Propose, and ask them to sign',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const achievement = api.useQuery('get', '/v1/achievements/{id}', { params: { path: { id } } });
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: achievement.data?.title ?? t.achievement, to: `/workbench/achievements/${id}` }]}
    >
      <div className="narrow">
        <Section title={achievement.data?.title ?? t.achievement}>
          <QueryView query={achievement}>{(shown) => <ProposalForm achievement={shown} />}</QueryView>
        </Section>
      </div>
    </Page>
  );
}

function ProposalForm({ achievement }: { readonly achievement: Schemas['FullAchievementView'] }) {
  const t = useWords(words);
  const navigate = useNavigate();
  const bases = useChoices(shareBasis);
  const propose = api.useMutation('post', '/v1/achievements/{id}/share-agreements');
  const send = async ({ basis, statement, inventors }: Draft): Promise<void> => {
    const body = {
      basis,
      statement,
      inventors: inventors.map(({ percent, ...one }) => ({
        ...filled(one),
        ...(basis === 'agreed' && { shareBasisPoints: basisPoints(percent) }),
      })),
    };
    const made = await propose.mutateAsync({ params: { path: { id: achievement.id } }, body });
    await navigate(`/workbench/share-agreements/${made.id}`);
  };
  return (
    <ApiForm<Draft>
      submit={t.submit}
      draftKey={`shares.${achievement.id}`}
      initial={{
        basis: 'agreed',
        inventors: achievement.disclosure?.inventors.map(({ name, shareBasisPoints }) => ({
          name,
          percent: shareBasisPoints / 100,
        })) ?? [{ name: '' }],
      }}
      onSubmit={send}
    >
      <Form.Item name="basis" label={t.basis} extra={t.basisHelp}>
        <Select options={bases} />
      </Form.Item>
      <Form.Item
        name="statement"
        label={t.statement}
        rules={[{ required: true, whitespace: true, message: t.statementMissing }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1000} />
      </Form.Item>
      <Inventors />
    </ApiForm>
  );
}

function Inventors() {
  const t = useWords(words);
  const members = useMembers();
  const leaders = useChoices(leaderKind);
  const form = Form.useFormInstance<Draft>();
  const basis = Form.useWatch<string | undefined>('basis', form);
  return (
    <InventorFields
      equal={basis === 'equalDefault'}
      more={(name) => (
        <>
          <Form.Item name={[name, 'personId']} label={t.account}>
            <Select options={members} allowClear showSearch={{ optionFilterProp: 'label' }} />
          </Form.Item>
          <Form.Item name={[name, 'leader']} label={t.leader} initialValue="none">
            <Select options={leaders} />
          </Form.Item>
          <Form.Item name={[name, 'contribution']} label={t.contribution}>
            <Input maxLength={500} />
          </Form.Item>
        </>
      )}
    />
  );
}
