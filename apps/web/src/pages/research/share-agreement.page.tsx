import { Form, Input } from 'antd';
import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import {
  agreementState,
  leaderKind,
  shareAnswer,
  shareBasis,
  shareManner,
} from '../../text/codes/achievement.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { useUpload } from '../../ui/attachments.tsx';
import { Code, StateTag } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { Instant } from '../../ui/figures.tsx';
import { ListTable, type Column } from '../../ui/list-table.tsx';
import { useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { percentText } from './achievement-fields.tsx';

type Agreement = Schemas['ShareAgreementView'];
type Inventor = Schemas['AgreedInventorView'];

const words = bilingual(
  {
    title: (serial: number) => `份额约定（第 ${serial} 轮）`,
    plain: '份额约定',
    list: '份额约定',
    achievement: '所属成果',
    facts: '约定',
    state: '状态',
    basis: '依据',
    statement: '份额如何商定',
    hash: '所签内容的散列（SHA-256）',
    agreedAt: '全体签署时间',
    who: '完成人与签署',
    person: '完成人',
    share: '份额',
    leader: '领导人员',
    answer: '答复',
    silent: '尚未答复',
    at: '答复时间',
    sign: '同意并签署',
    signTitle: '签署份额约定',
    signText: '签署表示您同意上面列出的全部完成人和份额。签署后不能更改；要改变份额，须重新发起一轮、全体再签。',
    signed: '已签署。',
    refuse: '不同意',
    reason: '理由',
    reasonMissing: '请写明理由。',
    refused: '已记录您的意见。',
    paper: '录入书面签署',
    paperText: '没有账号的完成人在纸上签名后，扫描上传。',
    file: '签名件（PDF 或图片）',
    fileMissing: '请选择签名件。',
    papered: '已录入书面签署。',
    other: '书面签署请由完成人以外的经办人录入。',
    withdraw: '撤回这一轮',
    withdrawText: '撤回后各人已作的签署作废，可以另行发起一轮。',
    withdrawn: '已撤回。',
  },
  {
    title: (serial) => `Share agreement (round ${serial})`,
    plain: 'Share agreement',
    list: 'Share agreements',
    achievement: 'The achievement',
    facts: 'Agreement',
    state: 'State',
    basis: 'Basis',
    statement: 'How the shares were agreed',
    hash: 'Digest of what is signed (SHA-256)',
    agreedAt: 'Signed by all',
    who: 'Inventors and signatures',
    person: 'Inventor',
    share: 'Share',
    leader: 'Leader',
    answer: 'Answer',
    silent: 'no answer yet',
    at: 'Answered',
    sign: 'Agree and sign',
    signTitle: 'Sign the shares',
    signText: 'You agree to all inventors and shares above. A change takes another round, signed by all.',
    signed: 'Signed.',
    refuse: 'Disagree',
    reason: 'Reason',
    reasonMissing: 'Give the reason.',
    refused: 'Your answer is kept.',
    paper: 'Enter a signed paper',
    paperText: 'For an inventor without an account.',
    file: 'The signed paper (PDF or picture)',
    fileMissing: 'Choose the file.',
    papered: 'Entered.',
    other: 'Somebody who is no inventor enters the paper.',
    withdraw: 'Withdraw this round',
    withdrawText: 'Signatures given so far lapse; another round can be proposed.',
    withdrawn: 'Withdrawn.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const me = useMe();
  const agreement = api.useQuery('get', '/v1/share-agreements/{id}', { params: { path: { id } } });
  const shown = agreement.data;
  const own = shown && me.data?.organizationId === shown.organizationId;
  return (
    <Page
      title={shown ? t.title(shown.round) : t.plain}
      crumbs={[{ title: t.list, to: '/workbench/share-agreements' }]}
      actions={own && <Link to={`/workbench/achievements/${shown.achievementId}`}>{t.achievement}</Link>}
    >
      <QueryView query={agreement}>
        {(one) => (
          <>
            <Section title={t.facts}>
              <Facts
                items={[
                  [t.state, <StateTag key="state" codes={agreementState} value={one.state} />],
                  [t.basis, <Code key="basis" codes={shareBasis} value={one.basis} />],
                  [t.agreedAt, <Instant key="at" value={one.agreedAt} />],
                  [t.hash, <code key="hash">{one.contentHash}</code>],
                ]}
              />
              <h3>{t.statement}</h3>
              <p className="prose">{one.statement}</p>
            </Section>
            <Section title={t.who}>
              <Signatures agreement={one} owner={own === true} personId={me.data?.id ?? ''} />
              <OwnAnswer agreement={one} personId={me.data?.id ?? ''} />
              {own && one.state === 'collecting' && <Withdraw id={id} />}
            </Section>
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Signatures(props: { readonly agreement: Agreement; readonly owner: boolean; readonly personId: string }) {
  const t = useWords(words);
  const { agreement, owner, personId } = props;
  // 完成人不能代录他人的书面同意: the API refuses it, so the page does not offer it.
  const interested = agreement.inventors.some((one) => one.personId === personId);
  const columns: Column<Inventor>[] = [
    { key: 'name', title: t.person, render: ({ name }) => name },
    {
      key: 'share',
      title: t.share,
      numeric: true,
      render: ({ shareBasisPoints }) => `${percentText(shareBasisPoints)}%`,
    },
    {
      key: 'leader',
      title: t.leader,
      render: ({ leader, contribution }) => (
        <>
          <Code codes={leaderKind} value={leader} />
          {contribution && `（${contribution}）`}
        </>
      ),
    },
    {
      key: 'answer',
      title: t.answer,
      render: (inventor) =>
        inventor.answer ? (
          <>
            <StateTag codes={shareAnswer} value={inventor.answer} />
            {inventor.manner && <Code codes={shareManner} value={inventor.manner} />}
            {inventor.reason && `：${inventor.reason}`}
          </>
        ) : (
          <>
            {t.silent}{' '}
            {owner &&
              agreement.state === 'collecting' &&
              inventor.personId === null &&
              (interested ? t.other : <Paper agreement={agreement} name={inventor.name} />)}
          </>
        ),
    },
    { key: 'at', title: t.at, render: ({ answeredAt }) => <Instant value={answeredAt} /> },
  ];
  return (
    <ListTable
      caption={t.who}
      columns={columns}
      rows={agreement.inventors}
      rowKey={({ name }) => name}
      empty={t.silent}
    />
  );
}

/** The signed-in person's own answer, when it is asked for. */
function OwnAnswer({ agreement, personId }: { readonly agreement: Agreement; readonly personId: string }) {
  const t = useWords(words);
  const done = useDone();
  const confirm = api.useMutation('post', '/v1/share-agreements/{id}/confirmations');
  const mine = agreement.inventors.find((one) => one.personId === personId);
  if (agreement.state !== 'collecting' || !mine || mine.answer !== null) return null;
  const answer = (given: Schemas['ConfirmSharesDto']['answer'], reason?: string) =>
    confirm.mutateAsync({
      params: { path: { id: agreement.id } },
      body: { answer: given, contentHash: agreement.contentHash, ...(reason && { reason }) },
    });
  return (
    <div className="form-foot">
      <DialogForm primary button={t.sign} title={t.signTitle} onSubmit={() => done(answer('agreed'), t.signed)}>
        <p>{t.signText}</p>
        <p className="fine">
          {t.hash}：<code>{agreement.contentHash}</code>
        </p>
      </DialogForm>
      <DialogForm<{ reason: string }>
        button={t.refuse}
        title={t.refuse}
        onSubmit={({ reason }) => done(answer('declined', reason), t.refused)}
      >
        <Form.Item name="reason" label={t.reason} rules={[{ required: true, message: t.reasonMissing }]}>
          <Input.TextArea maxLength={500} />
        </Form.Item>
      </DialogForm>
    </div>
  );
}

function Paper({ agreement, name }: { readonly agreement: Agreement; readonly name: string }) {
  const t = useWords(words);
  const done = useDone();
  const upload = useUpload();
  const confirm = api.useMutation('post', '/v1/share-agreements/{id}/paper-confirmations');
  const enter = async (file: File): Promise<void> => {
    const subject = { subjectKind: 'achievement', subjectId: agreement.achievementId } as const;
    const { id } = await upload(subject, 'paperConsent', file);
    await confirm.mutateAsync({ params: { path: { id: agreement.id } }, body: { name, attachmentId: id } });
  };
  return (
    <DialogForm<{ file: File }>
      button={t.paper}
      about={name}
      title={`${t.paper}：${name}`}
      onSubmit={({ file }) => done(enter(file), t.papered)}
    >
      <p>{t.paperText}</p>
      <Form.Item name="file" label={t.file} rules={[{ required: true, message: t.fileMissing }]}>
        <FileField accept=".pdf,.jpg,.jpeg,.png" />
      </Form.Item>
    </DialogForm>
  );
}

function Withdraw({ id }: { readonly id: string }) {
  const t = useWords(words);
  const done = useDone();
  const withdraw = api.useMutation('post', '/v1/share-agreements/{id}/withdrawal');
  return (
    <p>
      <DialogForm
        button={t.withdraw}
        title={t.withdraw}
        onSubmit={() => done(withdraw.mutateAsync({ params: { path: { id } } }), t.withdrawn)}
      >
        <p>{t.withdrawText}</p>
      </DialogForm>
    </p>
  );
}
