import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Money } from '../../ui/figures.tsx';
import { ListTable, type Column } from '../../ui/list-table.tsx';

const words = bilingual(
  {
    value: '类别',
    count: '合同数',
    contractValue: '成交额',
    technologyValue: '技术交易额',
    yoy: '成交额同比',
    total: '合计',
    empty: '这一期没有登记的合同。',
    overlapping: '一份合同可以同时计入两行，各行之和大于合计。',
    open: (name: string) => `打开“${name}”的清单`,
    closed: '不公开',
  },
  {
    value: 'Value',
    count: 'Contracts',
    contractValue: 'Contract value',
    technologyValue: 'Technology value',
    yoy: 'Against last year',
    total: 'Total',
    empty: 'No contract was registered in this period.',
    overlapping: 'One contract may count in two rows; the rows sum to more than the total.',
    open: (name) => `Open the list of ${name}`,
    closed: 'Not disclosed',
  },
);

interface Row extends Pick<Schemas['FigureRowView'], 'current' | 'yearOnYear'> {
  readonly name: string;
  readonly to: string | null;
}

/** Figures by one dimension; each count opens the rows it was counted from. */
export function FigureTable(props: {
  readonly table: Schemas['FigureTableView'];
  /** Where the list of a row stands in the portal, by its address in the API. */
  readonly listAt: (address: string) => string;
}) {
  const t = useWords(words);
  const { table } = props;
  const rows: Row[] = [
    ...table.rows.map((row) => ({ ...row, to: row.list === null ? null : props.listAt(row.list) })),
    { ...table.total, name: t.total, to: null },
  ];
  const figure = (sums: Schemas['SumsView'] | null, of: (sums: Schemas['SumsView']) => ReactNode): ReactNode =>
    sums === null ? <span className="none">{t.closed}</span> : of(sums);
  const columns: Column<Row>[] = [
    { key: 'name', title: t.value, render: ({ name }) => name },
    {
      key: 'count',
      title: t.count,
      numeric: true,
      render: ({ current, to, name }) =>
        figure(current, ({ count }) =>
          to === null || count === 0 ? (
            count
          ) : (
            <Link to={to} aria-label={`${count}，${t.open(name)}`}>
              {count}
            </Link>
          ),
        ),
    },
    {
      key: 'value',
      title: t.contractValue,
      numeric: true,
      render: ({ current }) => figure(current, ({ contractValue }) => <Money value={contractValue} />),
    },
    {
      key: 'technology',
      title: t.technologyValue,
      numeric: true,
      render: ({ current }) => figure(current, ({ technologyValue }) => <Money value={technologyValue} />),
    },
    {
      key: 'yoy',
      title: t.yoy,
      numeric: true,
      render: ({ yearOnYear }) => (yearOnYear.contractValue === null ? '—' : `${yearOnYear.contractValue}%`),
    },
  ];
  return (
    <>
      {table.overlapping && <p className="fine">{t.overlapping}</p>}
      <ListTable caption={table.title} columns={columns} rows={rows} rowKey={({ name }) => name} empty={t.empty} />
    </>
  );
}
