import { useState } from 'react';
import type { Schemas } from '../../api/client.ts';
import type { CodeWords } from '../../text/codes/codes.ts';
import { auctionEntry } from '../../text/codes/offer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Instant, Money } from '../../ui/figures.tsx';
import { ListTable, type Column } from '../../ui/list-table.tsx';
import { Section } from '../../ui/page.tsx';
import { useLiveRecord, type Line } from './live-record.ts';

const words = bilingual(
  {
    record: '竞价记录',
    lead: '竞买人只显示竞买号。每条记录带前一条的摘要，截止后可下载证据包离线复核。',
    proof: '下载证据包（ZIP）',
    sequence: '序号',
    entry: '事项',
    paddle: '竞买号',
    amount: '金额',
    at: '服务器时刻',
    hash: '摘要',
    empty: '还没有记录。',
  },
  {
    record: 'Record',
    lead: 'Bidders are shown by paddle number. Each entry carries the hash of the one before.',
    proof: 'Download the proof (ZIP)',
    sequence: 'No.',
    entry: 'Entry',
    paddle: 'Paddle',
    amount: 'Amount',
    at: 'Server time',
    hash: 'Hash',
    empty: 'No entry yet.',
  },
);

const lines: Readonly<Record<Line, CodeWords>> = {
  opening: ['正在连接', 'Connecting', 'neutral'],
  live: ['实时', 'Live', 'good'],
  lost: ['连接中断，正在重连', 'Line lost, coming back', 'bad'],
  over: ['已结束', 'Over', 'neutral'],
};

/** States after which the bundle can be downloaded. */
const over: readonly Schemas['AuctionView']['state'][] = ['sold', 'unsold', 'settled', 'defaulted', 'terminated'];
const shownAtOnce = 50;

/** The record of an auction as it grows, the newest entry first. */
export function LiveRecord({ auction }: { readonly auction: Schemas['AuctionView'] }) {
  const t = useWords(words);
  const [shown, setShown] = useState(shownAtOnce);
  const { entries, line } = useLiveRecord(auction.id, auction.announcedAt !== null);
  const columns: Column<Schemas['RecordEntryView']>[] = [
    { key: 'sequence', title: t.sequence, numeric: true, render: ({ sequence }) => sequence },
    { key: 'entry', title: t.entry, render: ({ kind }) => <Code codes={auctionEntry} value={kind} /> },
    { key: 'paddle', title: t.paddle, render: ({ paddle }) => paddle ?? '—' },
    { key: 'amount', title: t.amount, numeric: true, render: ({ amount }) => <Money value={amount} /> },
    { key: 'at', title: t.at, render: ({ at }) => <Instant value={at} /> },
    { key: 'hash', title: t.hash, render: ({ hash }) => <code>{hash.slice(0, 12)}</code> },
  ];
  const newest = [...entries].reverse();
  return (
    <Section
      title={t.record}
      actions={over.includes(auction.state) && <a href={`/v1/auctions/${auction.id}/proof.zip`}>{t.proof}</a>}
    >
      <p className="fine">{t.lead}</p>
      {auction.announcedAt !== null && (
        <p role="status">
          <StateTag codes={lines} value={line} />
        </p>
      )}
      <ListTable
        caption={t.record}
        columns={columns}
        rows={newest.slice(0, shown)}
        rowKey={({ sequence }) => String(sequence)}
        empty={t.empty}
        onMore={newest.length > shown ? () => setShown(shown + shownAtOnce) : undefined}
      />
    </Section>
  );
}
