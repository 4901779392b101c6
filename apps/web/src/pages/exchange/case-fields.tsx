import { bilingual, useWords } from '../../text/words.ts';
import { TextField } from '../../ui/fields.tsx';

const words = bilingual(
  { name: '标题', story: '经过', effect: '成效' },
  { name: 'Title', story: 'What happened', effect: 'What it brought' },
);

/** The text of a case: drafted once, made final when it is submitted. */
export function CaseFields() {
  const t = useWords(words);
  return (
    <>
      <TextField name="title" label={t.name} max={200} />
      <TextField name="story" label={t.story} max={20_000} long />
      <TextField name="effect" label={t.effect} max={5000} long />
    </>
  );
}
