import { Link } from 'react-router';
import type { Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Day, Money } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';

const words = bilingual(
  {
    number: '登记编号',
    name: '项目名称',
    type: '合同类别',
    seller: '卖方',
    buyer: '买方',
    value: '成交额',
    technology: '技术交易额',
    on: '登记日期',
    cancelled: '注销日期',
  },
  {
    number: 'Number',
    name: 'Project',
    type: 'Type',
    seller: 'Seller',
    buyer: 'Buyer',
    value: 'Contract value',
    technology: 'Technology value',
    on: 'Registered on',
    cancelled: 'Cancelled on',
  },
);

/** Columns of the register, live or as it was frozen. */
export function useEntryColumns(): Column<Schemas['RegistrationEntryView']>[] {
  const t = useWords(words);
  return [
    {
      key: 'number',
      title: t.number,
      render: ({ id, registrationNumber }) => <Link to={`/workbench/register/${id}`}>{registrationNumber}</Link>,
    },
    { key: 'name', title: t.name, render: ({ title }) => title },
    { key: 'type', title: t.type, render: ({ typeName }) => typeName },
    { key: 'seller', title: t.seller, render: ({ seller }) => seller.name },
    { key: 'buyer', title: t.buyer, render: ({ buyer }) => buyer.name },
    { key: 'value', title: t.value, numeric: true, render: ({ contractValue }) => <Money value={contractValue} /> },
    {
      key: 'technology',
      title: t.technology,
      numeric: true,
      render: ({ technologyValue }) => <Money value={technologyValue} />,
    },
    {
      key: 'on',
      title: t.on,
      render: ({ registeredOn, cancelledOn }) => (
        <>
          <Day value={registeredOn} />
          {cancelledOn !== null && (
            <span className="fine">
              {' '}
              {t.cancelled} <Day value={cancelledOn} />
            </span>
          )}
        </>
      ),
    },
  ];
}
