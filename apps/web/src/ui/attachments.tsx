import { Button, Form, Select } from 'antd';
import { api, download, type Schemas } from '../api/client.ts';
import { materialKind } from '../text/codes/attachment.codes.ts';
import { bilingual, useWords } from '../text/words.ts';
import { useDone } from './acting.ts';
import { Code, useChoices } from './code.tsx';
import { DialogForm } from './dialog-form.tsx';
import { FileField } from './file-field.tsx';
import { Instant } from './figures.tsx';
import { ListTable } from './list-table.tsx';
import { QueryView } from './query-view.tsx';

type Material = Schemas['AttachmentView']['materialKind'];

export interface AttachmentSubject {
  readonly subjectKind: Schemas['AttachmentView']['subjectKind'];
  readonly subjectId: string;
}

const words = bilingual(
  {
    caption: '材料',
    kind: '种类',
    file: '文件',
    at: '上传时间',
    empty: '还没有材料。',
    add: '上传材料',
    help: 'PDF、JPEG、PNG、Word 或 Excel，至多 20 MB。文件未经病毒扫描，请自行防护。',
    fileMissing: '请选择文件。',
    kindMissing: '请选择材料种类。',
    done: '已上传。',
    load: '下载',
  },
  {
    caption: 'Documents',
    kind: 'Kind',
    file: 'File',
    at: 'Uploaded',
    empty: 'No document yet.',
    add: 'Upload a document',
    help: 'PDF, JPEG, PNG, Word or Excel, 20 MB at most. Files are not scanned for viruses.',
    fileMissing: 'Choose a file.',
    kindMissing: 'Choose the kind.',
    done: 'Uploaded.',
    load: 'Download',
  },
);

/** Uploads one file for a subject; the answer names it. */
export function useUpload() {
  const post = api.useMutation('post', '/v1/attachments');
  return (subject: AttachmentSubject, kind: Material, file: File): Promise<Schemas['AttachmentView']> =>
    post.mutateAsync({
      params: { query: { ...subject, materialKind: kind, fileName: file.name } },
      body: file as unknown as string, // the document knows bytes only as text
      bodySerializer: (body) => body,
      headers: { 'content-type': 'application/octet-stream' },
    });
}

/** The documents of a subject, and the way to add one. */
export function Attachments(
  props: AttachmentSubject & {
    /** The kinds that are asked for here; none: they are only shown. */
    readonly kinds?: readonly Material[];
  },
) {
  const t = useWords(words);
  const { kinds = [], subjectId, subjectKind } = props;
  const list = api.useQuery('get', '/v1/attachments', {
    params: { query: { subjectKind, subjectId, limit: 100 } },
  });
  return (
    <>
      <QueryView query={list}>
        {({ items }) => (
          <ListTable
            caption={t.caption}
            rows={items.filter(({ removedAt }) => removedAt === null)}
            rowKey={({ id }) => id}
            empty={t.empty}
            columns={[
              { key: 'kind', title: t.kind, render: (row) => <Code codes={materialKind} value={row.materialKind} /> },
              {
                key: 'file',
                title: t.file,
                render: ({ id, fileName }) => (
                  <Button type="link" onClick={() => void download(`/v1/attachments/${id}/content`, fileName)}>
                    <span className="visually-hidden">{t.load}：</span>
                    {fileName}
                  </Button>
                ),
              },
              { key: 'at', title: t.at, render: ({ createdAt }) => <Instant value={createdAt} /> },
            ]}
          />
        )}
      </QueryView>
      {kinds.length > 0 && <AddAttachment kinds={kinds} subjectId={subjectId} subjectKind={subjectKind} />}
    </>
  );
}

function AddAttachment({ kinds, ...subject }: AttachmentSubject & { readonly kinds: readonly Material[] }) {
  const t = useWords(words);
  const upload = useUpload();
  const done = useDone();
  const choices = useChoices(materialKind).filter(({ value }) => kinds.some((kind) => kind === value));
  return (
    <DialogForm<{ kind: Material; file: File }>
      button={t.add}
      title={t.add}
      initial={kinds[0] && { kind: kinds[0] }}
      onSubmit={({ kind, file }) => done(upload(subject, kind, file), t.done)}
    >
      <Form.Item name="kind" label={t.kind} rules={[{ required: true, message: t.kindMissing }]}>
        <Select options={choices} />
      </Form.Item>
      <Form.Item name="file" label={t.file} extra={t.help} rules={[{ required: true, message: t.fileMissing }]}>
        <FileField />
      </Form.Item>
    </DialogForm>
  );
}
