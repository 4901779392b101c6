import type { Schemas } from '../../api/client.ts';
import { feeBase } from '../../text/codes/broker.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code } from '../../ui/code.tsx';
import { Money } from '../../ui/figures.tsx';

const words = bilingual(
  { of: (percent: string) => `的 ${percent}`, fixed: '定额 ' },
  { of: (percent) => `: ${percent}`, fixed: 'Fixed ' },
);

/** The fee of a mandate in one line: an amount, or a share of something. */
export function Fee({ fee }: { readonly fee: Schemas['FeeView'] }) {
  const t = useWords(words);
  if (fee.amount) {
    return (
      <>
        {t.fixed}
        <Money value={fee.amount} />
      </>
    );
  }
  return (
    <>
      <Code codes={feeBase} value={fee.base} />
      {t.of(percentText(fee.basisPoints ?? 0))}
    </>
  );
}

/** 250 → 2.5%: whole numbers only. */
export const percentText = (basisPoints: number): string => {
  const cents = String(basisPoints % 100).padStart(2, '0');
  return `${Math.floor(basisPoints / 100)}.${cents}`.replace(/\.?0+$/, '') + '%';
};

/** `2.5` → 250; the form has checked the shape. */
export const basisPointsOf = (percent: string): number => {
  const [whole = '0', part = ''] = percent.split('.');
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
};
