import type { Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Day } from '../../ui/figures.tsx';
import { ListTable } from '../../ui/list-table.tsx';

const words = bilingual(
  {
    title: '证据',
    level: '等级',
    kind: '种类',
    text: '说明',
    on: '日期',
    file: '附件',
    yes: '有',
    no: '无',
    empty: '还没有证据。',
  },
  {
    title: 'Evidence',
    level: 'Level',
    kind: 'Kind',
    text: 'Description',
    on: 'Day',
    file: 'Document',
    yes: 'yes',
    no: 'no',
    empty: 'None yet.',
  },
);

/** What a claim or a gate stands on. */
export function EvidenceTable({ evidence }: { readonly evidence: readonly Schemas['ReadinessEvidenceView'][] }) {
  const t = useWords(words);
  return (
    <ListTable
      caption={t.title}
      rows={evidence}
      rowKey={({ level, kind, provenOn, description }) => `${level}${kind}${provenOn}${description}`}
      empty={t.empty}
      columns={[
        { key: 'level', title: t.level, render: ({ level }) => `TRL ${level}` },
        { key: 'kind', title: t.kind, render: ({ kindTitle }) => kindTitle },
        { key: 'text', title: t.text, render: ({ description }) => description },
        { key: 'on', title: t.on, render: ({ provenOn }) => <Day value={provenOn} /> },
        { key: 'file', title: t.file, render: ({ attachmentId }) => (attachmentId === null ? t.no : t.yes) },
      ]}
    />
  );
}
