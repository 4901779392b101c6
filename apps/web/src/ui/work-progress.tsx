import { useId } from 'react';
import { useSettings } from '../settings/settings.ts';

/** How far a long work has come: the browser's own bar, the figures beside it, and told to who cannot see it. */
export function WorkProgress(props: {
  readonly label: string;
  readonly done: number;
  readonly total: number | null;
  /** More that is worth hearing: the speed, the time left. */
  readonly note?: string;
}) {
  const id = useId();
  const { language } = useSettings();
  const { done, total, label, note } = props;
  const share = total ? Math.floor((100 * done) / total) : 0;
  const count = total === null ? String(done) : `${done} / ${total}${language === 'zh' ? '，' : ', '}${share}%`;
  return (
    <div className="work-progress">
      <label htmlFor={id}>{label}</label>
      <progress id={id} {...(total !== null && { value: done, max: Math.max(total, 1) })} />
      <span role="status" aria-live="polite" className="figure">
        {count}
        {note && ` · ${note}`}
      </span>
    </div>
  );
}
