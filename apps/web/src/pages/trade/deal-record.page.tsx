import { Button, Form, Input } from 'antd';
import { useParams } from 'react-router';
import { api, download, type Schemas } from '../../api/client.ts';
import { dealEntryKind } from '../../text/codes/deal-room.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Instant } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    title: '洽谈记录',
    lead: '洽谈室里发生的每一步，按先后记下，谁也改不了、删不掉。',
    room: '洽谈室',
    serial: '序号',
    kind: '事项',
    who: '哪一方',
    ours: '我方',
    theirs: '对方',
    market: '市场',
    at: '时间',
    text: '内容',
    hash: '摘要',
    empty: '还没有记录。',
    note: '留言',
    noteText: '留言内容',
    noteHelp: '对方会看到；留言和报价一样不能修改。',
    noteMissing: '请写留言。',
    noted: '留言已记下。',
    download: '下载可离线核验的记录',
    check: '核验',
    whole: (count: number) => `共 ${count} 条，链条完整，报价与记录一致。`,
    broken: '记录不完整，请联系市场管理人员。',
  },
  {
    title: 'Record of the deal',
    lead: 'Every step in the room, in order; nobody can change or delete one.',
    room: 'Deal room',
    serial: 'No.',
    kind: 'What',
    who: 'Who',
    ours: 'We',
    theirs: 'They',
    market: 'The market',
    at: 'Time',
    text: 'Content',
    hash: 'Digest',
    empty: 'Nothing yet.',
    note: 'Leave a note',
    noteText: 'Note',
    noteHelp: 'The other side reads it; like an offer it cannot be changed.',
    noteMissing: 'Write the note.',
    noted: 'Noted.',
    download: 'Download the record to verify offline',
    check: 'Verification',
    whole: (count) => `${count} entries; the chain is whole and agrees with the offers.`,
    broken: 'The record is broken; tell the market’s staff.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const me = useMe();
  const done = useDone();
  const path = { path: { id } };
  const entries = api.useInfiniteQuery(
    'get',
    '/v1/deals/{id}/entries',
    { params: { ...path, query: { limit: 50 } } },
    byCursor,
  );
  const verification = api.useQuery('get', '/v1/deals/{id}/verification', { params: path });
  const note = api.useMutation('post', '/v1/deals/{id}/entries');
  const deal = api.useQuery('get', '/v1/deals/{id}', { params: path });
  const columns: Column<Schemas['DealEntryView']>[] = [
    { key: 'serial', title: t.serial, render: ({ serial }) => serial },
    { key: 'kind', title: t.kind, render: ({ kind }) => <Code codes={dealEntryKind} value={kind} /> },
    {
      key: 'who',
      title: t.who,
      render: ({ organizationId }) =>
        organizationId === null ? t.market : organizationId === me.data?.organizationId ? t.ours : t.theirs,
    },
    { key: 'text', title: t.text, render: ({ content }) => wordsOf(content) },
    { key: 'at', title: t.at, render: ({ at }) => <Instant value={at} /> },
    { key: 'hash', title: t.hash, render: ({ hash }) => <code>{hash.slice(0, 12)}…</code> },
  ];
  const open = deal.data?.state === 'negotiating' || deal.data?.state === 'agreed';
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: t.room, to: `/workbench/deals/${id}` }]}
      actions={
        <>
          {open && (
            <DialogForm<{ text: string }>
              primary
              button={t.note}
              title={t.note}
              onSubmit={(body) => done(note.mutateAsync({ params: path, body }), t.noted)}
            >
              <Form.Item
                name="text"
                label={t.noteText}
                extra={t.noteHelp}
                rules={[{ required: true, message: t.noteMissing }]}
              >
                <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={2000} />
              </Form.Item>
            </DialogForm>
          )}
          <Button onClick={() => void download(`/v1/deals/${id}/record`, `deal-${id}.json`)}>{t.download}</Button>
        </>
      }
    >
      <Section title={t.check}>
        <QueryView query={verification}>
          {({ entries: count, whole, offersWhole, offersLogged }) => (
            <p role="status">{whole && offersWhole && offersLogged ? t.whole(count) : t.broken}</p>
          )}
        </QueryView>
      </Section>
      <Section title={t.title}>
        <PagedTable caption={t.title} query={entries} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}

/** What an entry holds for a reader: its own words; numbers and digests stay in the downloaded record. */
function wordsOf(content: Schemas['DealEntryView']['content']): string {
  const { text, title, reason, terms, priceYuan } = content as Readonly<Record<string, unknown>>;
  return [title, priceYuan, terms, reason, text].filter((one) => typeof one === 'string').join('；') || '—';
}
