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

/** An instant, shown in Beijing time wherever the visitor sits. */
export function Instant({ value }: { readonly value: string | null | undefined }) {
  if (!value) return <span className="none">—</span>;
  return <time dateTime={value}>{beijing.format(new Date(value))}</time>;
}

/** How much longer, in colour and in words. */
export function Deadline({ day, daysLeft }: { readonly day: string | null; readonly daysLeft: number | null }) {
  const { language } = useSettings();
  if (day === null || daysLeft === null) return <span className="none">—</span>;
  const [colour, text] =
    daysLeft < 0
      ? ['red', language === 'zh' ? `已超期 ${-daysLeft} 天` : `${-daysLeft} days overdue`]
      : daysLeft <= 3
        ? ['orange', language === 'zh' ? `还有 ${daysLeft} 天` : `${daysLeft} days left`]
        : ['green', language === 'zh' ? `还有 ${daysLeft} 天` : `${daysLeft} days left`];
  return (
    <span>
      <Day value={day} /> <Tag color={colour}>{text}</Tag>
    </span>
  );
}
