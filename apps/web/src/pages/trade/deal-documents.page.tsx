import { useState } from 'react';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import { useParams } from 'react-router';
import { api, download, type Schemas } from '../../api/client.ts';
import { dealDocumentKind, dealDocumentState } from '../../text/codes/deal-room.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { useUpload } from '../../ui/attachments.tsx';
import { Code, StateTag, useChoices } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { Instant } from '../../ui/figures.tsx';
import { useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

type Document = Schemas['DealDocumentView'];

const words = bilingual(
  {
    title: '洽谈文件',
    lead: '受保密协议保护的文件，对方签了保密协议才能看；每次查看都有记录。',
    room: '洽谈室',
    empty: '洽谈室里还没有文件。放入合同草案或技术资料，对方就能看到。',
    add: '放入文件',
    name: '名称',
    nameMissing: '请填写名称。',
    kind: '种类',
    kindMissing: '请选择种类。',
    gated: '对方签保密协议后才能看',
    added: '已放入。请再上传第一版。',
    ours: '我方放入',
    theirs: '对方放入',
    isGated: '须先签保密协议',
    free: '无须保密协议',
    version: '放入新版次',
    versionHelp: '上传文件，或直接写文字；两样至少一样。',
    body: '文字',
    file: '文件（PDF、Word、Excel 或图片）',
    note: '这一版改了什么',
    versioned: '新版次已放入。',
    show: '查看各版次',
    none: '还没有版次。',
    serial: (serial: number) => `第 ${serial} 版`,
    read: '查看文字',
    load: '下载文件',
    withdraw: '撤下文件',
    withdrawText: '撤下后对方不能再看；已有的查看记录保留。',
    reason: '原因',
    reasonMissing: '请说明原因。',
    withdrawn: '已撤下。',
  },
  {
    title: 'Documents of the deal',
    lead: 'A gated document is read only under an accepted non-disclosure; each look is recorded.',
    room: 'Deal room',
    empty: 'No document yet. Put in a draft contract or a technical file.',
    add: 'Put in a document',
    name: 'Title',
    nameMissing: 'Fill in the title.',
    kind: 'Kind',
    kindMissing: 'Choose a kind.',
    gated: 'Readable only under a non-disclosure',
    added: 'Put in; now upload its first version.',
    ours: 'Ours',
    theirs: 'Theirs',
    isGated: 'Needs a non-disclosure',
    free: 'Free to read in the room',
    version: 'New version',
    versionHelp: 'A file, or text; at least one of them.',
    body: 'Text',
    file: 'File (PDF, Word, Excel or picture)',
    note: 'What changed (optional)',
    versioned: 'The version is in the room.',
    show: 'Show versions',
    none: 'No version yet.',
    serial: (serial) => `Version ${serial}`,
    read: 'Read the text',
    load: 'Download the file',
    withdraw: 'Withdraw',
    withdrawText: 'They can no longer read it; what was read stays on record.',
    reason: 'Reason',
    reasonMissing: 'Give the reason.',
    withdrawn: 'Withdrawn.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const done = useDone();
  const kinds = useChoices(dealDocumentKind);
  const params = { path: { id } };
  const documents = api.useQuery('get', '/v1/deals/{id}/documents', { params: { ...params, query: { limit: 100 } } });
  const add = api.useMutation('post', '/v1/deals/{id}/documents');
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: t.room, to: `/workbench/deals/${id}` }]}
      actions={
        <DialogForm<Schemas['NewDealDocumentDto']>
          primary
          button={t.add}
          title={t.add}
          initial={{ gated: true }}
          onSubmit={(body) => done(add.mutateAsync({ params, body }), t.added)}
        >
          <Form.Item name="title" label={t.name} rules={[{ required: true, message: t.nameMissing }]}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="kind" label={t.kind} rules={[{ required: true, message: t.kindMissing }]}>
            <Select options={kinds} />
          </Form.Item>
          <Form.Item name="gated" valuePropName="checked">
            <Checkbox>{t.gated}</Checkbox>
          </Form.Item>
        </DialogForm>
      }
    >
      <QueryView query={documents}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className="empty">{t.empty}</p>}
            {items.map((document) => (
              <DocumentSection key={document.id} document={document} />
            ))}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function DocumentSection({ document }: { readonly document: Document }) {
  const t = useWords(words);
  const me = useMe();
  const [shown, setShown] = useState(false);
  const ours = document.organizationId === me.data?.organizationId;
  return (
    <Section title={document.title} actions={<StateTag codes={dealDocumentState} value={document.state} />}>
      <p className="hit-line">
        <Code codes={dealDocumentKind} value={document.kind} />
        <span>{ours ? t.ours : t.theirs}</span>
        <span>{document.gated ? t.isGated : t.free}</span>
        <Instant value={document.createdAt} />
      </p>
      {shown && <Versions document={document} />}
      <div className="form-foot">
        {!shown && (
          <Button onClick={() => setShown(true)}>
            {t.show}
            <span className="visually-hidden">：{document.title}</span>
          </Button>
        )}
        {ours && document.state === 'open' && <OwnActions document={document} />}
      </div>
    </Section>
  );
}

function OwnActions({ document }: { readonly document: Document }) {
  const t = useWords(words);
  const done = useDone();
  const upload = useUpload();
  const params = { path: { id: document.id } };
  const version = api.useMutation('post', '/v1/deal-documents/{id}/versions');
  const withdraw = api.useMutation('post', '/v1/deal-documents/{id}/withdrawal');
  const put = async ({ file, ...texts }: { file?: File; body?: string; note?: string }): Promise<void> => {
    const subject = { subjectKind: 'dealDocument', subjectId: document.id } as const;
    const attachment = file && (await upload(subject, 'other', file));
    const body = {
      ...(texts.body && { body: texts.body }),
      ...(texts.note && { note: texts.note }),
      ...(attachment && { attachmentId: attachment.id }),
    };
    await done(version.mutateAsync({ params, body }), t.versioned);
  };
  return (
    <>
      <DialogForm<{ file?: File; body?: string; note?: string }>
        button={t.version}
        about={document.title}
        title={`${t.version}：${document.title}`}
        onSubmit={put}
      >
        <p>{t.versionHelp}</p>
        <Form.Item name="file" label={t.file}>
          <FileField />
        </Form.Item>
        <Form.Item name="body" label={t.body}>
          <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} />
        </Form.Item>
        <Form.Item name="note" label={t.note}>
          <Input maxLength={200} />
        </Form.Item>
      </DialogForm>
      <DialogForm<{ reason: string }>
        button={t.withdraw}
        about={document.title}
        title={`${t.withdraw}：${document.title}`}
        onSubmit={(body) => done(withdraw.mutateAsync({ params, body }), t.withdrawn)}
      >
        <p>{t.withdrawText}</p>
        <Form.Item name="reason" label={t.reason} rules={[{ required: true, message: t.reasonMissing }]}>
          <Input.TextArea maxLength={500} />
        </Form.Item>
      </DialogForm>
    </>
  );
}

function Versions({ document }: { readonly document: Document }) {
  const t = useWords(words);
  const [reading, setReading] = useState<number | null>(null);
  const params = { path: { id: document.id }, query: { limit: 100 } };
  const versions = api.useQuery('get', '/v1/deal-documents/{id}/versions', { params });
  return (
    <QueryView query={versions}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="empty">{t.none}</p>
        ) : (
          <ul className="hits">
            {items.map(({ id, serial, hasFile, note, createdAt }) => (
              <li key={id}>
                <p className="hit-line">
                  <strong>{t.serial(serial)}</strong>
                  <Instant value={createdAt} />
                  {note && <span>{note}</span>}
                </p>
                {reading === serial ? (
                  <VersionText documentId={document.id} serial={serial} />
                ) : (
                  <Button onClick={() => setReading(serial)}>
                    {t.read}
                    <span className="visually-hidden">：{t.serial(serial)}</span>
                  </Button>
                )}{' '}
                {hasFile && (
                  <Button
                    onClick={() =>
                      void download(`/v1/deal-documents/${document.id}/versions/${serial}/file`, document.title)
                    }
                  >
                    {t.load}
                    <span className="visually-hidden">：{t.serial(serial)}</span>
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )
      }
    </QueryView>
  );
}

/** Read on asking only: each look is recorded. */
function VersionText({ documentId, serial }: { readonly documentId: string; readonly serial: number }) {
  const path = { id: documentId, serial };
  const version = api.useQuery(
    'get',
    '/v1/deal-documents/{id}/versions/{serial}',
    { params: { path } },
    { staleTime: Infinity, refetchOnWindowFocus: false },
  );
  return <QueryView query={version}>{({ body, file }) => <p className="prose">{body ?? file?.fileName}</p>}</QueryView>;
}
