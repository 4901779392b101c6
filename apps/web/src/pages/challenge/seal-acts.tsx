import { useState } from 'react';
import { Alert, Button, Checkbox, Form, Modal } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { FormAct } from '../../ui/act.tsx';
import { useDone } from '../../ui/acting.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { CountField, FileItem, TextField, YuanField } from '../../ui/fields.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { canSeal, downloadOpening, readOpening, seal, type Opening, type OpeningFault } from './seal.ts';

const words = bilingual(
  {
    make: '编写方案并密封',
    again: '重新密封提交',
    lead: '方案只在您的浏览器里：密封后提交的是一个摘要。请下载启封文件并妥善保存，揭示时要用；丢失了谁也无法恢复。',
    insecure: '本页不是安全地址（https），浏览器不提供摘要计算。请用 https 地址打开，或用程序接口提交。',
    plan: '方案',
    price: '报价（元）',
    term: '工期（月）',
    team: '团队（评审时隐去）',
    file: '附件（可不选；先密封摘要，揭示后上传原件）',
    seal: '密封',
    sealed: '已密封，尚未提交',
    commitment: '密封承诺（SHA-256）',
    download: '下载启封文件',
    kept: '我已保存启封文件',
    commit: '提交承诺',
    committed: '承诺已提交。截止后请用启封文件揭示。',
    reveal: '揭示方案',
    revealText: '选择密封时下载的启封文件：先在浏览器里核对与承诺一致，再提交。',
    opening: '启封文件',
    missing: '请选择启封文件。',
    revealed: '方案已揭示。',
    faults: {
      notAnOpening: '这不是启封文件。',
      otherChallenge: '这份启封文件是别的征集或别的单位的。',
      changed: '启封文件与提交的承诺不一致：内容被改动过，或者不是最后一次密封的。',
    } satisfies Record<OpeningFault, string>,
  },
  {
    make: 'Write and seal a bid',
    again: 'Seal another',
    lead: 'The bid stays in your browser; a hash is sent. Download the opening and keep it: nobody can restore it.',
    insecure: 'This address is not secure (https), so the browser offers no hashing. Open it by https.',
    plan: 'Plan',
    price: 'Price (yuan)',
    term: 'Term (months)',
    team: 'Team (hidden from the panel)',
    file: 'File (optional; its hash is sealed, hand it in after the reveal)',
    seal: 'Seal',
    sealed: 'Sealed, not yet sent',
    commitment: 'Commitment (SHA-256)',
    download: 'Download the opening',
    kept: 'I have kept the opening file',
    commit: 'Commit',
    committed: 'Committed. Reveal it with the opening file after the deadline.',
    reveal: 'Reveal',
    revealText: 'Choose the opening file: it is checked against the commitment here before anything is sent.',
    opening: 'Opening file',
    missing: 'Choose the opening file.',
    revealed: 'Revealed.',
    faults: {
      notAnOpening: 'This is no opening file.',
      otherChallenge: 'This opening is of another call or another unit.',
      changed: 'It does not open this commitment: changed, or not of the last sealing.',
    },
  },
);

type Written = Omit<Schemas['BidContentDto'], 'attachments'> & { readonly file?: File };

/** Writes a bid, seals it in the browser, hands over the opening, and only then commits. */
export function SealAct(props: {
  readonly challengeId: string;
  readonly organizationId: string;
  readonly again: boolean;
}) {
  const t = useWords(words);
  const [writing, setWriting] = useState(false);
  const [opening, setOpening] = useState<Opening | null>(null);
  const { challengeId, organizationId } = props;
  const close = (): void => {
    setWriting(false);
    setOpening(null);
  };
  if (!canSeal()) return <Alert type="warning" showIcon title={t.insecure} />;
  return (
    <>
      <Button type="primary" onClick={() => setWriting(true)}>
        {props.again ? t.again : t.make}
      </Button>
      <Modal
        open={writing}
        title={opening ? t.sealed : t.make}
        footer={null}
        onCancel={close}
        mask={{ closable: false }}
        destroyOnHidden
      >
        {opening ? (
          <Commit opening={opening} onDone={close} />
        ) : (
          <ApiForm<Written>
            submit={t.seal}
            onSubmit={async ({ file, ...written }) =>
              setOpening(await seal(challengeId, organizationId, written, file ? [file] : []))
            }
          >
            <p>{t.lead}</p>
            <TextField name="plan" label={t.plan} max={20_000} long />
            <YuanField name="priceYuan" label={t.price} />
            <CountField name="termMonths" label={t.term} max={120} />
            <TextField name="team" label={t.team} max={5000} long />
            <FileItem name="file" label={t.file} optional />
          </ApiForm>
        )}
      </Modal>
    </>
  );
}

function Commit({ opening, onDone }: { readonly opening: Opening; readonly onDone: () => void }) {
  const t = useWords(words);
  const done = useDone();
  const [downloaded, setDownloaded] = useState(false);
  const commit = api.useMutation('post', '/v1/open-challenges/{id}/bids');
  const { challengeId, algorithm, commitment } = opening;
  return (
    <ApiForm<{ kept: boolean }>
      submit={t.commit}
      onSubmit={async () => {
        const params = { path: { id: challengeId } };
        await done(commit.mutateAsync({ params, body: { algorithm, commitment } }), t.committed);
        onDone();
      }}
    >
      <p>
        {t.commitment}：<code>{commitment}</code>
      </p>
      <p>
        <Button
          onClick={() => {
            downloadOpening(opening, `opening-${challengeId}.json`);
            setDownloaded(true);
          }}
        >
          {t.download}
        </Button>
      </p>
      <Form.Item
        name="kept"
        valuePropName="checked"
        rules={[{ validator: (_rule, kept) => (kept ? Promise.resolve() : Promise.reject(new Error(t.lead))) }]}
      >
        <Checkbox disabled={!downloaded}>{t.kept}</Checkbox>
      </Form.Item>
    </ApiForm>
  );
}

/** Opens a bid by its file, checked here before it is sent: a wrong reveal is counted. */
export function RevealAct({ bid }: { readonly bid: Schemas['OpenChallengeBidView'] }) {
  const t = useWords(words);
  const reveal = api.useMutation('post', '/v1/open-challenge-bids/{id}/reveal');
  if (!canSeal()) return <Alert type="warning" showIcon title={t.insecure} />;
  const opens = async (_rule: unknown, file: File | undefined): Promise<void> => {
    const opening = file && (await readOpening(file, bid));
    if (typeof opening === 'string') throw new Error(t.faults[opening]);
  };
  return (
    <FormAct<{ file: File }>
      button={t.reveal}
      said={t.revealed}
      work={async ({ file }) => {
        const opening = await readOpening(file, bid);
        if (typeof opening === 'string') throw new Error(opening);
        const { content, nonce } = opening;
        return reveal.mutateAsync({ params: { path: { id: bid.id } }, body: { content, nonce } });
      }}
    >
      <p>{t.revealText}</p>
      <Form.Item
        name="file"
        label={t.opening}
        validateTrigger="onSubmit"
        rules={[{ required: true, message: t.missing }, { validator: opens }]}
      >
        <FileField accept=".json,application/json" />
      </Form.Item>
    </FormAct>
  );
}
