import { api } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import type { AttachmentSubject } from '../../ui/attachments.tsx';
import { ChoiceField, CountField, DayItem, TextField } from '../../ui/fields.tsx';
import { useAttachmentChoices } from '../../ui/uploaded.ts';
import { RepeatedFields } from '../../ui/repeated-fields.tsx';

const words = bilingual(
  {
    evidence: (serial: number) => `第 ${serial} 份证据`,
    level: '所证明的等级',
    kind: '证据种类',
    description: '说明',
    on: '试验、检测或证书的日期',
    attachment: '附件（先在上面上传，可不选）',
    add: '再加一份证据',
    remove: '删除',
  },
  {
    evidence: (serial) => `Evidence ${serial}`,
    level: 'Level it proves',
    kind: 'Kind',
    description: 'Description',
    on: 'Day of the trial, test or certificate',
    attachment: 'Document (upload it above first; optional)',
    add: 'Another piece',
    remove: 'Remove',
  },
);

/** Pieces of evidence; with `levels` each says which level it proves. */
export function EvidenceFields({ subject, levels }: { readonly subject: AttachmentSubject; readonly levels?: number }) {
  const t = useWords(words);
  const documents = useAttachmentChoices(subject);
  const { data } = api.useQuery('get', '/v1/readiness-policy');
  const kinds = data?.items.at(-1)?.evidenceKinds.map(({ code, title }) => ({ value: code, label: title })) ?? [];
  return (
    <RepeatedFields
      name="evidence"
      title={(n) => t.evidence(n)}
      remove={(n) => `${t.remove} ${t.evidence(n)}`}
      add={t.add}
      least={1}
    >
      {(name) => (
        <>
          {levels !== undefined && <CountField name={[name, 'level']} label={t.level} max={levels} />}
          <ChoiceField name={[name, 'kind']} label={t.kind} choices={kinds} />
          <TextField name={[name, 'description']} label={t.description} max={800} long />
          <DayItem name={[name, 'provenOn']} label={t.on} />
          <ChoiceField name={[name, 'attachmentId']} label={t.attachment} choices={documents} optional />
        </>
      )}
    </RepeatedFields>
  );
}
