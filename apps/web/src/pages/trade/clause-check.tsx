import { api } from '../../api/client.ts';
import { clauseFinding } from '../../text/codes/contract.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { StateTag } from '../../ui/code.tsx';
import { Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    check: '条款预检',
    clean: '没有发现需要留意之处。',
    article: '依据',
    repair: '如何改正',
  },
  {
    check: 'Clause check',
    clean: 'Nothing to point out.',
    article: 'Basis',
    repair: 'How to mend it',
  },
);

/** Advice to people, never a verdict: what is missing or may be unlawful, with its article and a repair. */
export function ClauseCheck({ contractId }: { readonly contractId: string }) {
  const t = useWords(words);
  const check = api.useQuery('get', '/v1/contracts/{id}/clause-check', { params: { path: { id: contractId } } });
  return (
    <Section title={t.check}>
      <QueryView query={check}>
        {({ note, findings }) => (
          <>
            <p className="fine">{note}</p>
            {findings.length === 0 ? (
              <p className="empty">{t.clean}</p>
            ) : (
              <ul className="hits">
                {findings.map(({ code, group, title, excerpt, article, repair }, index) => (
                  <li key={`${code}${index}`}>
                    <h3>
                      <StateTag codes={clauseFinding} value={group} /> {title}
                    </h3>
                    {excerpt && <blockquote>{excerpt}</blockquote>}
                    <p>
                      {t.repair}：{repair}
                    </p>
                    <p className="fine">
                      {t.article}：{article}
                    </p>
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </QueryView>
    </Section>
  );
}
