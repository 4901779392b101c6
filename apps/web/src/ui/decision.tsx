import { DialogForm } from './dialog-form.tsx';
import { RadioRow, TextRow, type Choice } from './rows.tsx';
import { bilingual, useWords } from '../text/words.ts';
import type { ReactNode } from 'react';

const words = bilingual({ outcome: '结论', reason: '理由' }, { outcome: 'Conclusion', reason: 'Reason' });

/** A button that asks for a conclusion and its reason; without choices for the reason alone. */
export function Decision(props: {
  readonly button: string;
  readonly about?: string;
  readonly primary?: boolean;
  /** Name of the field of the conclusion, and what may be concluded. */
  readonly outcome?: { readonly name: string; readonly options: readonly Choice[] };
  readonly reasonName?: string;
  readonly reasonLabel?: string;
  readonly min?: number;
  readonly max?: number;
  readonly children?: ReactNode;
  readonly onSubmit: (values: never) => Promise<unknown>;
}) {
  const t = useWords(words);
  const { button, max = 500, min = 2, onSubmit, outcome, reasonLabel, reasonName = 'reason' } = props;
  return (
    <DialogForm
      button={button}
      title={button}
      {...(props.about !== undefined && { about: props.about })}
      {...(props.primary && { primary: true })}
      onSubmit={(values) => onSubmit(values as never)}
    >
      {outcome && <RadioRow name={outcome.name} label={t.outcome} options={outcome.options} />}
      {props.children}
      <TextRow name={reasonName} label={reasonLabel ?? t.reason} min={min} max={max} rows={2} />
    </DialogForm>
  );
}
