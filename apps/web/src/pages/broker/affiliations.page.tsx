import { api, type Schemas } from '../../api/client.ts';
import { affiliationState } from '../../text/codes/broker-life.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { StateTag } from '../../ui/code.tsx';
import { Decision } from '../../ui/decision.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Instant } from '../../ui/figures.tsx';
import { ListPage, workbenchCrumb } from '../../ui/list-page.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PersonName } from '../bureau/party-name.tsx';

type Affiliation = Schemas['BrokerAffiliationView'];

const words = bilingual(
  {
    workbench: '我的工作台',
    title: '执业机构',
    lead: '一名技术经纪人同一时间只在一家机构执业；由机构确认，在别的机构执业的，确认之时即转来。',
    person: '经纪人',
    agency: '机构',
    state: '状态',
    since: '执业自',
    until: '执业至',
    reason: '理由',
    act: '办理',
    none: '没有执业记录。在所在机构登录后可以申请执业。',
    request: '申请在本机构执业',
    requested: '已申请，等机构管理人员确认。',
    confirm: '确认执业',
    confirmed: '已确认。',
    refuse: '谢绝',
    refused: '已谢绝。',
    withdraw: '撤回',
    withdrawn: '已撤回。',
    end: '终止执业',
    ended: '已终止。',
  },
  {
    workbench: 'Workbench',
    title: 'Agency of a broker',
    lead: 'A broker works for one agency at a time, confirmed by it; from another one the broker comes over at that moment.',
    person: 'Broker',
    agency: 'Agency',
    state: 'State',
    since: 'Since',
    until: 'Until',
    reason: 'Reason',
    act: 'Act',
    none: 'Nothing here. Sign in for the agency and ask to work for it.',
    request: 'Ask to work for this agency',
    requested: 'Asked; a manager of the agency confirms it.',
    confirm: 'Confirm',
    confirmed: 'Confirmed.',
    refuse: 'Refuse',
    refused: 'Refused.',
    withdraw: 'Withdraw',
    withdrawn: 'Withdrawn.',
    end: 'End',
    ended: 'Ended.',
  },
);

export function Component() {
  const t = useWords(words);
  const me = useMe();
  const done = useDone();
  const request = api.useMutation('post', '/v1/broker-affiliations');
  const query = api.useInfiniteQuery('get', '/v1/broker-affiliations', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Affiliation>[] = [
    { key: 'person', title: t.person, render: ({ personId }) => <PersonName id={personId} /> },
    { key: 'agency', title: t.agency, render: (row) => <OrganizationName id={row.agencyOrganizationId} /> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={affiliationState} value={state} /> },
    { key: 'since', title: t.since, render: ({ since }) => <Instant value={since} /> },
    { key: 'until', title: t.until, render: ({ endedAt }) => <Instant value={endedAt} /> },
    { key: 'reason', title: t.reason, render: ({ reason }) => reason ?? '—' },
    { key: 'act', title: t.act, render: (row) => <Acts affiliation={row} /> },
  ];
  return (
    <ListPage
      title={t.title}
      lead={t.lead}
      crumbs={[workbenchCrumb(t.workbench)]}
      query={query}
      columns={columns}
      empty={t.none}
      actions={
        hasRole(me.data, 'broker', 'agencyManager') && (
          <DialogForm
            button={t.request}
            title={t.request}
            primary
            onSubmit={() => done(request.mutateAsync({}), t.requested)}
          />
        )
      }
    />
  );
}

function Acts({ affiliation }: { readonly affiliation: Affiliation }) {
  const t = useWords(words);
  const me = useMe().data;
  const done = useDone();
  const { id, personId, agencyOrganizationId, state } = affiliation;
  const params = { path: { id } };
  const confirm = api.useMutation('post', '/v1/broker-affiliations/{id}/confirmation');
  const refuse = api.useMutation('post', '/v1/broker-affiliations/{id}/refusal');
  const withdraw = api.useMutation('post', '/v1/broker-affiliations/{id}/withdrawal');
  const end = api.useMutation('post', '/v1/broker-affiliations/{id}/end');
  const own = personId === me?.id;
  const manages = agencyOrganizationId === me?.organizationId && hasRole(me, 'agencyManager');
  const about = id.slice(-8);
  if (state !== 'requested' && state !== 'active') return <>—</>;
  if (state === 'active') {
    if (!own && !manages) return <>—</>;
    return (
      <Decision button={t.end} about={about} onSubmit={(body) => done(end.mutateAsync({ params, body }), t.ended)} />
    );
  }
  return (
    <div className="form-foot">
      {manages && (
        <>
          <DialogForm
            button={t.confirm}
            title={t.confirm}
            about={about}
            primary
            onSubmit={() => done(confirm.mutateAsync({ params }), t.confirmed)}
          />
          <Decision
            button={t.refuse}
            about={about}
            onSubmit={(body) => done(refuse.mutateAsync({ params, body }), t.refused)}
          />
        </>
      )}
      {own && (
        <Decision
          button={t.withdraw}
          about={about}
          onSubmit={(body) => done(withdraw.mutateAsync({ params, body }), t.withdrawn)}
        />
      )}
    </div>
  );
}
