import { api, type Schemas } from '../../api/client.ts';
import { filingKind, filingState, rightKind } from '../../text/codes/right-acts.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Act, FormAct } from '../../ui/act.tsx';
import { Code, StateTag } from '../../ui/code.tsx';
import { DayItem, FileItem, TextField } from '../../ui/fields.tsx';
import { Day } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useUploaded } from '../../ui/uploaded.ts';
import { ConsentAct } from './consent-act.tsx';
import { OverlayItem } from './overlay-item.tsx';
import { RightConsents } from './right-consents.tsx';

type Filing = Schemas['RightFilingView'];

const words = bilingual(
  {
    title: '权利负担和同意',
    lead: '本单位作为质权人、被许可人、共有人所持有和所表示的；许可备案和转让登记的事项。',
    workbench: '我的工作台',
    held: '本单位持有的负担',
    noHeld: '没有持有质押、许可等负担。',
    shared: '与他人共有、由他人登记的',
    noShared: '没有由他人登记的共有权利。',
    name: '名称',
    kind: '种类',
    number: '号码',
    consent: '同意处分',
    filings: '备案和登记事项',
    noFiling: '没有备案或登记事项。',
    what: '事项',
    state: '状态',
    due: '最后一日',
    report: '申报已办',
    on: '备案或登记日期',
    filingNumber: '备案号或登记号',
    evidence: '证明材料',
    act: '办理',
    confirm: '核对办结',
    confirmText: '核对无误；转让登记办结后，权利在本平台归受让人。',
    by: '单位',
  },
  {
    title: 'Burdens and consents',
    lead: 'What your unit holds or consents to as pledgee, licensee or co-owner; filings that are due.',
    workbench: 'Workbench',
    held: 'Held by us',
    noHeld: 'None.',
    shared: 'Owned with others, registered by them',
    noShared: 'None.',
    name: 'Title',
    kind: 'Kind',
    number: 'Number',
    consent: 'Consent',
    filings: 'Filings and registrations',
    noFiling: 'None.',
    what: 'What',
    state: 'State',
    due: 'Last day',
    report: 'Report it done',
    on: 'Done on',
    filingNumber: 'Number',
    evidence: 'Document',
    act: 'Act',
    confirm: 'Confirm',
    confirmText: 'As the document says; an assigned right then belongs to the assignee here.',
    by: 'Unit',
  },
);

export function Component() {
  const t = useWords(words);
  const held = api.useQuery('get', '/v1/right-overlays', { params: { query: { limit: 100 } } });
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.workbench, to: '/workbench' }]}>
      <Section title={t.held}>
        <QueryView query={held}>
          {({ items }) => (
            <>
              {items.length === 0 && <p className="empty">{t.noHeld}</p>}
              <ul className="hits">
                {items.map((overlay) => (
                  <OverlayItem key={overlay.id} overlay={overlay} />
                ))}
              </ul>
            </>
          )}
        </QueryView>
      </Section>
      <Shared />
      <RightConsents />
      <Filings />
    </Page>
  );
}

function Shared() {
  const t = useWords(words);
  const shared = api.useQuery('get', '/v1/co-owned-rights', { params: { query: { limit: 100 } } });
  const consent = api.useMutation('post', '/v1/right-co-owners/{id}/consents');
  return (
    <Section title={t.shared}>
      <QueryView query={shared}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className="empty">{t.noShared}</p>}
            <ul className="hits">
              {items.map(({ coOwnerId, right }) => (
                <li key={coOwnerId}>
                  <h3>{right.title}</h3>
                  <p className="hit-line">
                    <Code codes={rightKind} value={right.kind} />
                    <span>{right.number}</span>
                  </p>
                  <ConsentAct
                    button={t.consent}
                    about={right.title}
                    rightId={right.id}
                    declaring={false}
                    work={(body) => consent.mutateAsync({ params: { path: { id: coOwnerId } }, body })}
                  />
                </li>
              ))}
            </ul>
          </>
        )}
      </QueryView>
    </Section>
  );
}

function Filings() {
  const t = useWords(words);
  const query = api.useInfiniteQuery('get', '/v1/right-filings', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Filing>[] = [
    { key: 'what', title: t.what, render: ({ kind }) => <Code codes={filingKind} value={kind} /> },
    { key: 'name', title: t.name, render: ({ rightTitle, rightNumber }) => `${rightTitle}（${rightNumber}）` },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={filingState} value={state} /> },
    { key: 'due', title: t.due, render: ({ dueOn }) => <Day value={dueOn} /> },
    { key: 'number', title: t.filingNumber, render: ({ filingNumber }) => filingNumber ?? '—' },
    { key: 'act', title: t.act, render: (row) => <FilingActs filing={row} /> },
  ];
  return (
    <Section title={t.filings}>
      <PagedTable caption={t.filings} query={query} columns={columns} empty={t.noFiling} />
    </Section>
  );
}

function FilingActs({ filing }: { readonly filing: Filing }) {
  const t = useWords(words);
  const params = { path: { id: filing.id } };
  const upload = useUploaded({ subjectKind: 'right', subjectId: filing.rightId }, 'other');
  const report = api.useMutation('post', '/v1/right-filings/{id}/report');
  const confirm = api.useMutation('post', '/v1/right-filings/{id}/confirmation');
  const about = filing.rightTitle;
  if (filing.state === 'due') {
    return (
      <FormAct<{ filedOn: string; filingNumber: string; file: File }>
        button={t.report}
        about={about}
        work={async ({ file, ...rest }) =>
          report.mutateAsync({ params, body: { ...rest, evidenceId: (await upload(file)) ?? '' } })
        }
      >
        <DayItem name="filedOn" label={t.on} />
        <TextField name="filingNumber" label={t.filingNumber} max={100} />
        <FileItem name="file" label={t.evidence} />
      </FormAct>
    );
  }
  if (filing.state !== 'reported') return <>—</>;
  return (
    <Act
      button={t.confirm}
      about={about}
      text={t.confirmText}
      work={() => confirm.mutateAsync({ params, body: { agreed: true } })}
    />
  );
}
