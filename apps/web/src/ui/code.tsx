import { Tag } from 'antd';
import { useSettings } from '../settings/settings.ts';
import { codeText, type CodeWords, type Tone } from '../text/codes/codes.ts';

interface CodeProps {
  readonly codes: Readonly<Record<string, CodeWords>>;
  readonly value: string | null | undefined;
}

/** A code of the API in words. */
export function Code({ codes, value }: CodeProps) {
  const { language } = useSettings();
  return (
    <>{value === null || value === undefined ? <span className="none">—</span> : codeText(codes, value, language)}</>
  );
}

const colours: Readonly<Record<Tone, string>> = {
  neutral: 'default',
  going: 'blue',
  good: 'green',
  attention: 'orange',
  bad: 'red',
};

/** A state: always words, never colour alone. */
export function StateTag({ codes, value }: CodeProps) {
  const { language } = useSettings();
  if (value === null || value === undefined) return <span className="none">—</span>;
  return <Tag color={colours[codes[value]?.[2] ?? 'neutral']}>{codeText(codes, value, language)}</Tag>;
}

/** Choices of a select, in the order of the enumeration. */
export function useChoices(codes: Readonly<Record<string, CodeWords>>): { value: string; label: string }[] {
  const { language } = useSettings();
  return Object.keys(codes).map((value) => ({ value, label: codeText(codes, value, language) }));
}
