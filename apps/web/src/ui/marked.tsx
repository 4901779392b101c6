import type { Schemas } from '../api/client.ts';

/** A text with the stretches marked that answered the search. */
export function Marked({ text, marks }: { readonly text: string; readonly marks: readonly Schemas['MarkView'][] }) {
  const parts: React.ReactNode[] = [];
  let from = 0;
  for (const { start, end } of marks) {
    parts.push(text.slice(from, start), <mark key={start}>{text.slice(start, end)}</mark>);
    from = end;
  }
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  );
}
