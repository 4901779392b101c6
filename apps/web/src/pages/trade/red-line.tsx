import type { Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';

const words = bilingual({ added: '增加', removed: '删去' }, { added: 'added', removed: 'removed' });

/** Two texts compared: `ins` and `del`, each named for who does not see the marks. */
export function RedLine(props: { readonly parts: readonly Schemas['RedLinePartView'][]; readonly same: string }) {
  const t = useWords(words);
  if (props.parts.every(({ change }) => change === 'same')) return <p>{props.same}</p>;
  return (
    <p className="prose">
      {props.parts.map(({ change, text }, index) => {
        if (change === 'same') return <span key={index}>{text}</span>;
        const Mark = change === 'added' ? 'ins' : 'del';
        return (
          <Mark key={index}>
            <span className="visually-hidden">（{change === 'added' ? t.added : t.removed}）</span>
            {text}
          </Mark>
        );
      })}
    </p>
  );
}
