import { Link } from 'react-router';
import type { Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';

const words = bilingual(
  {
    caption: '县区流向：行为卖方所在地，列为买方所在地，格内为合同数',
    from: '卖方 ↓ 买方 →',
    open: (count: number, from: string, to: string) => `${count}，打开${from}至${to}的清单`,
  },
  {
    caption: 'Flows between counties: rows are sellers, columns buyers, cells contracts',
    from: 'Seller ↓ buyer →',
    open: (count, from, to) => `${count}, open the list of ${from} to ${to}`,
  },
);

/** Who sells to whom by place, as a matrix of contracts; each cell opens its list. */
export function FlowMatrix(props: {
  readonly table: Schemas['FigureTableView'];
  readonly listAt: (address: string) => string;
}) {
  const t = useWords(words);
  const cells = props.table.rows.map((row) => {
    const [fromKey = '', toKey = ''] = row.key.split('>');
    const [fromName = fromKey, toName = toKey] = row.name.split(' → ');
    return { fromKey, toKey, fromName, toName, list: row.list, count: row.current?.count ?? null };
  });
  const sellers = [...new Map(cells.map(({ fromKey, fromName }) => [fromKey, fromName]))];
  const buyers = [...new Map(cells.map(({ toKey, toName }) => [toKey, toName]))];
  if (cells.length === 0) return null;
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={t.caption}>
      <table className="flow-matrix">
        <caption className="visually-hidden">{t.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.from}</th>
            {buyers.map(([key, name]) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sellers.map(([from, fromName]) => (
            <tr key={from}>
              <th scope="row">{fromName}</th>
              {buyers.map(([to, toName]) => {
                const cell = cells.find(({ fromKey, toKey }) => fromKey === from && toKey === to);
                return (
                  <td key={to}>
                    {!cell || cell.count === null || cell.count === 0 ? (
                      '—'
                    ) : cell.list === null ? (
                      cell.count
                    ) : (
                      <Link to={props.listAt(cell.list)} aria-label={t.open(cell.count, fromName, toName)}>
                        {cell.count}
                      </Link>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
