import { api, type Schemas } from '../../api/client.ts';
import { useSettings } from '../../settings/settings.ts';
import { codeText } from '../../text/codes/codes.ts';
import { consentGiver, consentState, disposalAct } from '../../text/codes/right-acts.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Act, ReasonedAct } from '../../ui/act.tsx';
import { Code, StateTag } from '../../ui/code.tsx';
import { Day } from '../../ui/figures.tsx';
import { ListTable, type Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ConsentAct } from './consent-act.tsx';

type Consent = Schemas['RightConsentView'];

const words = bilingual(
  {
    title: '同意',
    none: '没有同意。质押的权利转让或许可须质权人同意，共有的须共有人同意（有约定的从其约定）。',
    giver: '同意人',
    acts: '同意的处分',
    until: '有效期',
    state: '状态',
    basis: '依据',
    act: '办理',
    export: '声明出口批准',
    confirm: '核对声明',
    confirmText: '书面文件与声明一致，核对后生效。',
    withdraw: '撤回同意',
    all: '全部',
  },
  {
    title: 'Consents',
    none: 'None. A pledged right needs its pledgee’s consent, a shared one its co-owners’.',
    giver: 'Given by',
    acts: 'To',
    until: 'Until',
    state: 'State',
    basis: 'Basis',
    act: 'Act',
    export: 'Declare an export approval',
    confirm: 'Confirm',
    confirmText: 'The paper says what was declared; it works from now on.',
    withdraw: 'Withdraw',
    all: 'everything',
  },
);

/** Consents about a right, or with no right those that concern the visitor's unit. */
export function RightConsents({ rightId, own }: { readonly rightId?: string; readonly own?: boolean }) {
  const t = useWords(words);
  const { language } = useSettings();
  const consents = api.useQuery('get', '/v1/right-consents', {
    params: { query: { limit: 100, ...(rightId && { rightId }) } },
  });
  const approve = api.useMutation('post', '/v1/rights/{id}/export-approvals');
  const actsText = (acts: readonly string[]): string =>
    acts.map((act) => codeText(disposalAct, act, language)).join('、') || t.all;
  const columns: Column<Consent>[] = [
    { key: 'giver', title: t.giver, render: ({ giver }) => <Code codes={consentGiver} value={giver} /> },
    { key: 'acts', title: t.acts, render: ({ acts }) => actsText(acts) },
    { key: 'until', title: t.until, render: ({ validUntil }) => <Day value={validUntil} /> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={consentState} value={state} /> },
    { key: 'basis', title: t.basis, render: ({ basis }) => basis },
    { key: 'act', title: t.act, render: (row) => <ConsentActs consent={row} /> },
  ];
  return (
    <Section
      title={t.title}
      actions={
        own &&
        rightId && (
          <ConsentAct
            button={t.export}
            rightId={rightId}
            declaring
            work={(body) => approve.mutateAsync({ params: { path: { id: rightId } }, body })}
          />
        )
      }
    >
      <QueryView query={consents}>
        {({ items }) => (
          <ListTable caption={t.title} rows={items} rowKey={({ id }) => id} columns={columns} empty={t.none} />
        )}
      </QueryView>
    </Section>
  );
}

function ConsentActs({ consent }: { readonly consent: Consent }) {
  const t = useWords(words);
  const { data: me } = useMe();
  const params = { path: { id: consent.id } };
  const confirm = api.useMutation('post', '/v1/right-consents/{id}/confirmation');
  const withdraw = api.useMutation('post', '/v1/right-consents/{id}/withdrawal');
  if (consent.state === 'withdrawn') return <>—</>;
  return (
    <div className="form-foot">
      {consent.state === 'stated' && hasRole(me, 'registrar', 'reviewer') && (
        <Act
          primary
          button={t.confirm}
          about={consent.basis}
          text={t.confirmText}
          work={() => confirm.mutateAsync({ params })}
        />
      )}
      <ReasonedAct button={t.withdraw} about={consent.basis} work={(body) => withdraw.mutateAsync({ params, body })} />
    </div>
  );
}
