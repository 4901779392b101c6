import { Link } from 'react-router';
import { api } from '../../api/client.ts';
import { agreementKind, duplicateVerdict, registrationState } from '../../text/codes/registration.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    title: '疑似重复',
    none: '没有发现疑似重复的登记。',
    verdict: '判断',
    project: '项目名称',
    number: '编号',
    state: '状态',
    why: '依据',
  },
  {
    title: 'Possible duplicates',
    none: 'No possible duplicate was found.',
    verdict: 'Verdict',
    project: 'Project',
    number: 'Number',
    state: 'State',
    why: 'Why',
  },
);

/** Other registrations that may be the same contract, each with what agrees and how much. */
export function CaseDuplicates({ registrationId }: { readonly registrationId: string }) {
  const t = useWords(words);
  const duplicates = api.useQuery('get', '/v1/contract-registrations/{id}/duplicates', {
    params: { path: { id: registrationId } },
  });
  return (
    <Section title={t.title}>
      <QueryView query={duplicates}>
        {({ items }) => (
          <ListTable
            caption={t.title}
            rows={items}
            rowKey={({ registrationId: other }) => other}
            empty={t.none}
            columns={[
              {
                key: 'verdict',
                title: t.verdict,
                render: ({ verdict }) => <StateTag codes={duplicateVerdict} value={verdict} />,
              },
              {
                key: 'title',
                title: t.project,
                render: ({ registrationId: other, title }) => (
                  <Link to={`/workbench/registrations/${other}`}>{title}</Link>
                ),
              },
              {
                key: 'number',
                title: t.number,
                render: ({ provisionalNumber, registrationNumber }) => registrationNumber ?? provisionalNumber,
              },
              {
                key: 'state',
                title: t.state,
                render: ({ state }) => <StateTag codes={registrationState} value={state} />,
              },
              {
                key: 'why',
                title: t.why,
                render: ({ agreements }) => (
                  <ul>
                    {agreements.map(({ kind, percent, text }) => (
                      <li key={kind}>
                        <Code codes={agreementKind} value={kind} /> {percent}%：{text}
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
}
