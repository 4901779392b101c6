import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Facts } from '../../ui/facts.tsx';
import { Day, Money } from '../../ui/figures.tsx';
import { ListTable, type Column } from '../../ui/list-table.tsx';
import { useMe } from '../../ui/me.ts';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    none: '还没有计佣：由本委托促成的合同签订、款项到账后，这里逐笔列出。',
    withoutContract: '尚未签约',
    due: '已到期佣金',
    expected: '全部到账后',
    byReceipt: '按实际到账计',
    agency: '留机构',
    mine: '归我',
    others: '归其他经纪人',
    lines: '逐笔到账',
    on: '到账日',
    received: '到账金额',
    dueNow: '本笔佣金',
    total: '累计佣金',
    noLine: '还没有到账。款项由合同双方登记、确认后计佣。',
    reasons: '依据',
  },
  {
    none: 'Nothing yet: once a contract of this mandate is signed and paid, each receipt is shown here.',
    withoutContract: 'Not contracted',
    due: 'Due',
    expected: 'Once all is received',
    byReceipt: 'As received',
    agency: 'To the agency',
    mine: 'To me',
    others: 'To other brokers',
    lines: 'Receipts',
    on: 'Received on',
    received: 'Received',
    dueNow: 'Commission',
    total: 'In all',
    noLine: 'Nothing received yet.',
    reasons: 'Why',
  },
);

/** The commission of one mandate, contract by contract: receipts, what each makes due, and the articles. */
export function Commission({ mandateId }: { readonly mandateId: string }) {
  const t = useWords(words);
  const query = api.useQuery('get', '/v1/mandates/{id}/commission', { params: { path: { id: mandateId } } });
  return (
    <QueryView query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="empty">{t.none}</p>
        ) : (
          <>
            {items.map((item, index) => (
              <OfContract key={item.contractId ?? index} item={item} />
            ))}
          </>
        )
      }
    </QueryView>
  );
}

function OfContract({ item }: { readonly item: Schemas['CommissionView'] }) {
  const t = useWords(words);
  const me = useMe().data;
  const columns: Column<Schemas['CommissionLineView']>[] = [
    { key: 'on', title: t.on, render: ({ on }) => <Day value={on} /> },
    { key: 'received', title: t.received, numeric: true, render: ({ received }) => <Money value={received} /> },
    { key: 'due', title: t.dueNow, numeric: true, render: ({ due }) => <Money value={due} /> },
    { key: 'total', title: t.total, numeric: true, render: ({ total }) => <Money value={total} /> },
  ];
  return (
    <>
      <h3>{item.title ?? t.withoutContract}</h3>
      <Facts
        items={[
          [t.due, <Money key="due" value={item.due} />],
          [t.expected, item.expected ? <Money key="expected" value={item.expected} /> : t.byReceipt],
          ...item.parts.map(
            ({ brokerPersonId, amount }) =>
              [
                brokerPersonId === me?.id ? t.mine : `${t.others} ${brokerPersonId.slice(-4)}`,
                <Money key={brokerPersonId} value={amount} />,
              ] as const,
          ),
          [t.agency, <Money key="agency" value={item.agency} />],
        ]}
      />
      <h4>{t.lines}</h4>
      <ListTable
        caption={`${t.lines}：${item.title ?? t.withoutContract}`}
        columns={columns}
        rows={item.lines}
        rowKey={({ receiptId, on }) => receiptId ?? on}
        empty={t.noLine}
      />
      <h4>{t.reasons}</h4>
      <ul>
        {item.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </>
  );
}
