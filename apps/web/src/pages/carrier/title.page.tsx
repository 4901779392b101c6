import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import { carrierOrigin, conditionOutcome, conditionStanding } from '../../text/codes/carrier.codes.ts';
import { carrierKind, carrierLevel, carrierState } from '../../text/codes/offer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Decision } from '../../ui/decision.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day } from '../../ui/figures.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useCountyName } from '../../ui/places.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { NumberRow, TextRow } from '../../ui/rows.tsx';
import { FactRows } from './titles.page.tsx';

type Title = Schemas['CarrierTitleView'];

const words = bilingual(
  {
    list: '载体称号',
    queue: '载体认定办理',
    about: '称号',
    unit: '运营单位',
    kind: '称号',
    level: '级别',
    county: '县区',
    field: '专业化方向',
    origin: '来由',
    document: '认定文件号',
    term: '有效期',
    opinion: '审查意见',
    reason: '决定理由',
    statement: '情况说明',
    notice: '查看公示',
    conditions: '条件核对（供审查参考）',
    condition: '条件原文',
    outcome: '核对',
    standing: '效力',
    noCondition: '没有须核对的条件。',
    steps: '办理',
    cancel: '撤回申请',
    cancelled: '已撤回。',
    resubmit: '补正后重新提交',
    resubmitted: '已重新提交。',
    examine: '审查',
    pass: '通过',
    giveBack: '退回补正',
    refuse: '不予认定',
    examined: '已审查；由另一人决定。',
    decide: '决定',
    publicize: '公示',
    sendBack: '退回审查',
    confirm: '确认登记',
    years: '有效年数（不填为 3 年）',
    decided: '已决定。',
  },
  {
    list: 'Titles of carriers',
    queue: 'Titles to act on',
    about: 'Title',
    unit: 'Operator',
    kind: 'Title',
    level: 'Level',
    county: 'County',
    field: 'Speciality',
    origin: 'Origin',
    document: 'Document',
    term: 'Term',
    opinion: 'Opinion',
    reason: 'Reason of the decision',
    statement: 'Statement',
    notice: 'See the notice',
    conditions: 'Conditions (for whoever examines)',
    condition: 'Wording',
    outcome: 'Finding',
    standing: 'Standing',
    noCondition: 'No condition.',
    steps: 'Steps',
    cancel: 'Withdraw',
    cancelled: 'Withdrawn.',
    resubmit: 'Mend and submit again',
    resubmitted: 'Submitted again.',
    examine: 'Examine',
    pass: 'Passed',
    giveBack: 'Send back',
    refuse: 'Refuse',
    examined: 'Examined; somebody else decides.',
    decide: 'Decide',
    publicize: 'Publicize',
    sendBack: 'Back to examination',
    confirm: 'Confirm the record',
    years: 'Years of validity (3 unless given)',
    decided: 'Decided.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const me = useMe();
  const countyName = useCountyName();
  const title = api.useQuery('get', '/v1/carrier-titles/{id}', { params: { path: { id } } });
  const crumb = hasRole(me.data, 'reviewer', 'auditor')
    ? { title: t.queue, to: '/workbench/carrier-queue' }
    : { title: t.list, to: '/workbench/carrier-titles' };
  return (
    <Page title={title.data?.name ?? t.list} crumbs={[crumb]}>
      <QueryView query={title}>
        {(shown) => (
          <>
            <Section title={t.about} actions={<StateTag codes={carrierState} value={shown.state} />}>
              <Facts
                items={[
                  [t.unit, <OrganizationName key="unit" id={shown.organizationId} />],
                  [t.level, <Code key="level" codes={carrierLevel} value={shown.level} />],
                  [t.kind, <Code key="kind" codes={carrierKind} value={shown.kind} />],
                  [t.county, countyName(shown.countyCode)],
                  [t.field, shown.professionalField],
                  [t.origin, <Code key="origin" codes={carrierOrigin} value={shown.origin} />],
                  [t.document, shown.document],
                  [
                    t.term,
                    shown.recognizedOn && (
                      <span key="term">
                        <Day value={shown.recognizedOn} /> — <Day value={shown.validUntil} />
                      </span>
                    ),
                  ],
                  [t.opinion, shown.opinion],
                  [t.reason, shown.decisionReason],
                ]}
              />
              {shown.statement && (
                <>
                  <h3>{t.statement}</h3>
                  <p className="prose">{shown.statement}</p>
                </>
              )}
              {shown.noticeId && <Link to={`/public-notices/${shown.noticeId}`}>{t.notice}</Link>}
            </Section>
            <Conditions title={shown} />
            <Steps title={shown} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Conditions({ title }: { readonly title: Title }) {
  const t = useWords(words);
  return (
    <Section title={t.conditions}>
      <ListTable
        caption={t.conditions}
        rows={title.conditions}
        rowKey={({ code }) => code}
        empty={t.noCondition}
        columns={[
          { key: 'wording', title: t.condition, render: ({ wording, source }) => `${wording}（${source}）` },
          {
            key: 'standing',
            title: t.standing,
            render: (row) => <Code codes={conditionStanding} value={row.standing} />,
          },
          {
            key: 'outcome',
            title: t.outcome,
            render: (row) => <StateTag codes={conditionOutcome} value={row.outcome} />,
          },
        ]}
      />
    </Section>
  );
}

function Steps({ title }: { readonly title: Title }) {
  const t = useWords(words);
  const me = useMe().data;
  const own = title.organizationId === me?.organizationId;
  const reviewer = hasRole(me, 'reviewer');
  if (!own && !reviewer) return null;
  return (
    <Section title={t.steps}>
      <div className="form-foot">
        {own && <OwnSteps title={title} />}
        {reviewer && <BureauSteps title={title} />}
      </div>
    </Section>
  );
}

function OwnSteps({ title }: { readonly title: Title }) {
  const t = useWords(words);
  const done = useDone();
  const params = { path: { id: title.id } };
  const cancel = api.useMutation('post', '/v1/carrier-titles/{id}/cancellation');
  const resubmit = api.useMutation('post', '/v1/carrier-titles/{id}/resubmission');
  const open = title.state === 'applied' || title.state === 'returned' || title.state === 'examined';
  return (
    <>
      {title.state === 'returned' && (
        <DialogForm<Schemas['ResubmitCarrierTitleDto']>
          button={t.resubmit}
          title={t.resubmit}
          primary
          initial={{ statement: title.statement ?? '', professionalField: title.professionalField ?? undefined }}
          onSubmit={({ facts, ...body }) =>
            done(resubmit.mutateAsync({ params, body: { ...filled(body), facts: filled(facts ?? {}) } }), t.resubmitted)
          }
        >
          <TextRow name="statement" label={t.statement} min={10} max={5000} rows={4} />
          <TextRow name="professionalField" label={t.field} max={100} optional />
          <FactRows />
        </DialogForm>
      )}
      {open && (
        <Decision
          button={t.cancel}
          max={1000}
          onSubmit={(body) => done(cancel.mutateAsync({ params, body }), t.cancelled)}
        />
      )}
    </>
  );
}

function BureauSteps({ title }: { readonly title: Title }) {
  const t = useWords(words);
  const done = useDone();
  const params = { path: { id: title.id } };
  const examine = api.useMutation('post', '/v1/carrier-titles/{id}/examination');
  const decide = api.useMutation('post', '/v1/carrier-titles/{id}/decision');
  const recorded = title.state === 'recorded';
  return (
    <>
      {title.state === 'applied' && (
        <Decision
          button={t.examine}
          primary
          max={1000}
          outcome={{
            name: 'opinion',
            options: [
              { value: 'examine', label: t.pass },
              { value: 'return', label: t.giveBack },
              { value: 'refuse', label: t.refuse },
            ],
          }}
          onSubmit={(body) => done(examine.mutateAsync({ params, body }), t.examined)}
        />
      )}
      {(title.state === 'examined' || recorded) && (
        <Decision
          button={t.decide}
          primary
          max={1000}
          outcome={{
            name: 'decision',
            options: recorded
              ? [
                  { value: 'confirm', label: t.confirm },
                  { value: 'refuse', label: t.refuse },
                ]
              : [
                  { value: 'publicize', label: t.publicize },
                  { value: 'sendBack', label: t.sendBack },
                  { value: 'refuse', label: t.refuse },
                ],
          }}
          onSubmit={(body) => done(decide.mutateAsync({ params, body: filled(body) }), t.decided)}
        >
          {!recorded && <NumberRow name="years" label={t.years} min={1} max={10} optional />}
        </Decision>
      )}
    </>
  );
}
