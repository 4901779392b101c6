import { Tag } from 'antd';
import { useSettings } from '../settings/settings.ts';
import type { Schemas } from '../api/client.ts';

/** An amount as the API gives it: exact yuan text, never computed here. */
export function Money({ value }: { readonly value: Schemas['MoneyView'] | null | undefined }) {
  const { language } = useSettings();
  if (!value) return <span className="none">—</span>;
  const [whole = '', cents = ''] = value.yuan.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',') + (cents && Number(cents) !== 0 ? `.${cents}` : '');
  return <span className="figure">{language === 'zh' ? `${grouped} 元` : `CNY ${grouped}`}</span>;
}

/** A calendar day of the law (YYYY-MM-DD, Beijing). */
export function Day({ value }: { readonly value: string | null | undefined }) {
  if (!value) return <span className="none">—</span>;
  return <time dateTime={value}>{value}</time>;
}

const beijing = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** An instant as text, for a sentence. */
export const instantText = (at: string | number): string => beijing.format(new Date(at));

/** An instant, shown in Beijing time wherever the visitor sits. */
export function Instant({ value }: { readonly value: string | null | undefined }) {
  if (!value) return <span className="none">—</span>;
  return <time dateTime={value}>{beijing.format(new Date(value))}</time>;
}

/** How much longer, in colour and in words; a term in working days says so. */
export function Deadline(props: {
  readonly day: string | null;
  readonly daysLeft: number | null;
  readonly unit?: 'day' | 'workingDay' | null;
}) {
  const { language } = useSettings();
  const { day, daysLeft, unit = 'day' } = props;
  if (day === null || daysLeft === null) return <span className="none">—</span>;
  const colour = daysLeft < 0 ? 'red' : daysLeft <= 3 ? 'orange' : 'green';
  const count = Math.abs(daysLeft);
  const zh = `${daysLeft < 0 ? '已超期' : '还有'} ${count} ${unit === 'workingDay' ? '个工作日' : '天'}`;
  const en = `${count} ${unit === 'workingDay' ? 'working days' : 'days'} ${daysLeft < 0 ? 'overdue' : 'left'}`;
  return (
    <span>
      <Day value={day} /> <Tag color={colour}>{language === 'zh' ? zh : en}</Tag>
    </span>
  );
}
