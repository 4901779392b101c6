import { useState } from 'react';
import { api } from '../../api/client.ts';
import {
  contractType,
  registrationEvent,
  registrationState,
  revisionKind,
} from '../../text/codes/registration.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Instant, Money } from '../../ui/figures.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useOfficerName } from './people.ts';

const words = bilingual(
  {
    history: '办理步骤',
    event: '步骤',
    state: '之后的状态',
    by: '办理人',
    applicant: '登记主体或其他单位',
    at: '时间',
    why: '理由',
    noStep: '还没有步骤。',
    revisions: '登记版次',
    noRevision: '还没有登记。',
    kind: '类别',
    effective: '生效日',
    type: '合同类型',
    value: '成交额',
    technology: '技术交易额',
    day: '某日的状态',
    choose: '查看哪一天',
    none: '当日尚未提交',
    nothing: '当日没有登记',
    standing: '登记内容',
  },
  {
    history: 'Steps',
    event: 'Step',
    state: 'State after it',
    by: 'By',
    applicant: 'The applicant or another organization',
    at: 'Time',
    why: 'Reason',
    noStep: 'No step yet.',
    revisions: 'Revisions',
    noRevision: 'Nothing is registered yet.',
    kind: 'Kind',
    effective: 'Effective on',
    type: 'Type',
    value: 'Contract value',
    technology: 'Technology value',
    day: 'Standing on a day',
    choose: 'Which day',
    none: 'Not filed on that day',
    nothing: 'Nothing was registered on that day',
    standing: 'What was registered',
  },
);

/** The past of a case: every step with who took it, every revision, and how it stood on any day. */
export function CaseHistory({ registrationId }: { readonly registrationId: string }) {
  const t = useWords(words);
  const nameOf = useOfficerName();
  const history = api.useQuery('get', '/v1/contract-registrations/{id}/history', {
    params: { path: { id: registrationId } },
  });
  return (
    <Section title={t.history}>
      <QueryView query={history}>
        {({ steps, revisions }) => (
          <>
            <ListTable
              caption={t.history}
              rows={steps}
              rowKey={({ at, event }) => `${at}${event}`}
              empty={t.noStep}
              columns={[
                { key: 'at', title: t.at, render: ({ at }) => <Instant value={at} /> },
                {
                  key: 'event',
                  title: t.event,
                  render: ({ event }) => <Code codes={registrationEvent} value={event} />,
                },
                {
                  key: 'state',
                  title: t.state,
                  render: ({ toState }) => <StateTag codes={registrationState} value={toState} />,
                },
                { key: 'by', title: t.by, render: ({ personId }) => nameOf(personId) ?? t.applicant },
                { key: 'why', title: t.why, render: ({ reason }) => reason ?? '—' },
              ]}
            />
            <h3>{t.revisions}</h3>
            <ListTable
              caption={t.revisions}
              rows={revisions}
              rowKey={({ revision }) => String(revision)}
              empty={t.noRevision}
              columns={[
                { key: 'number', title: '#', numeric: true, render: ({ revision }) => revision },
                { key: 'kind', title: t.kind, render: ({ kind }) => <StateTag codes={revisionKind} value={kind} /> },
                { key: 'effective', title: t.effective, render: ({ effectiveOn }) => <Day value={effectiveOn} /> },
                { key: 'type', title: t.type, render: ({ type }) => <Code codes={contractType} value={type} /> },
                {
                  key: 'technology',
                  title: t.technology,
                  numeric: true,
                  render: ({ technologyValue }) => <Money value={technologyValue} />,
                },
                { key: 'why', title: t.why, render: ({ reason }) => reason ?? '—' },
              ]}
            />
          </>
        )}
      </QueryView>
      <h3>{t.day}</h3>
      <StandingOnDay registrationId={registrationId} />
    </Section>
  );
}

function StandingOnDay({ registrationId }: { readonly registrationId: string }) {
  const t = useWords(words);
  const [on, setOn] = useState<string>();
  const standing = api.useQuery(
    'get',
    '/v1/contract-registrations/{id}/standing',
    { params: { path: { id: registrationId }, query: { on: on ?? '' } } },
    { enabled: on !== undefined },
  );
  return (
    <div className="narrow">
      <label htmlFor="standing-day">{t.choose}</label>
      <DayField id="standing-day" {...(on !== undefined && { value: on })} onChange={setOn} />
      {on !== undefined && (
        <QueryView query={standing}>
          {({ state, revision }) => (
            <div role="status">
              <Facts
                items={[
                  [t.state, state === null ? t.none : <StateTag key="state" codes={registrationState} value={state} />],
                  [
                    t.standing,
                    revision === null ? t.nothing : <StateTag key="kind" codes={revisionKind} value={revision.kind} />,
                  ],
                  ...(revision === null
                    ? []
                    : [
                        [t.type, <Code key="type" codes={contractType} value={revision.type} />] as const,
                        [t.value, <Money key="value" value={revision.contractValue} />] as const,
                        [t.technology, <Money key="technology" value={revision.technologyValue} />] as const,
                      ]),
                ]}
              />
            </div>
          )}
        </QueryView>
      )}
    </div>
  );
}
