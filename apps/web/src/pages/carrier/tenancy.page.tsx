import { Form } from 'antd';
import { useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import {
  graduationGround,
  milestoneKind,
  supportKind,
  tenancyDecision,
  tenancyField,
  tenancyState,
} from '../../text/codes/carrier.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code, StateTag, useChoices } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Money } from '../../ui/figures.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { DayRow, RadioRow, SelectRow, TextRow, YuanRow } from '../../ui/rows.tsx';

type Tenancy = Schemas['FullTenancyView'];
type Verb = Schemas['DecideTenancyDto']['decision'];

const words = bilingual(
  {
    list: '在孵企业',
    title: '在孵记录',
    enterprise: '企业',
    carrier: '载体',
    plan: '入驻计划',
    founded: '企业成立日',
    field: '领域',
    technology: '技术型企业',
    premises: '在载体场地内',
    definition: '符合在孵企业的定义',
    exception: '不符合定义仍准予的理由',
    ground: '毕业依据',
    reason: '最近一次办理的理由',
    admitted: '入驻日',
    until: '约定的截止日',
    ended: '结束日',
    yes: '是',
    no: '否',
    act: '办理',
    decision: '事项',
    untilHelp: '准予入驻时填写。',
    exceptionHelp: '不符合定义仍准予入驻时填写；不计入按定义的在孵企业。',
    groundHelp: '毕业时填写；须有相应种类的里程碑。',
    why: '理由',
    done: '已办理。',
    milestones: '里程碑',
    addMilestone: '登记里程碑',
    kind: '种类',
    note: '说明与证明材料',
    reachedOn: '达到日',
    noMilestone: '还没有里程碑。',
    added: '已登记。',
    supports: '获得的支持',
    addSupport: '登记支持',
    amount: '金额（元；没有的不填）',
    amountHead: '金额',
    givenOn: '提供日',
    supportNote: '说明',
    noSupport: '还没有登记支持。',
  },
  {
    list: 'Tenants',
    title: 'Tenancy',
    enterprise: 'Company',
    carrier: 'Carrier',
    plan: 'Plan',
    founded: 'Founded on',
    field: 'Field',
    technology: 'Technology company',
    premises: 'On the premises',
    definition: 'Tenant by definition',
    exception: 'Why admitted all the same',
    ground: 'Ground of graduation',
    reason: 'Reason of the last step',
    admitted: 'Admitted on',
    until: 'Agreed until',
    ended: 'Ended on',
    yes: 'Yes',
    no: 'No',
    act: 'Act',
    decision: 'Step',
    untilHelp: 'When admitting.',
    exceptionHelp: 'When admitting somebody outside the definition; not counted as a tenant by definition.',
    groundHelp: 'When graduating; a milestone of the kind is needed.',
    why: 'Reason',
    done: 'Done.',
    milestones: 'Milestones',
    addMilestone: 'Add a milestone',
    kind: 'Kind',
    note: 'What, and the evidence',
    reachedOn: 'Reached on',
    noMilestone: 'None yet.',
    added: 'Added.',
    supports: 'Supports',
    addSupport: 'Add a support',
    amount: 'Amount (yuan; leave out when none)',
    amountHead: 'Amount',
    givenOn: 'Given on',
    supportNote: 'What',
    noSupport: 'None yet.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const tenancy = api.useQuery('get', '/v1/tenancies/{id}', { params: { path: { id } } });
  return (
    <Page title={t.title} crumbs={[{ title: t.list, to: '/workbench/tenancies' }]}>
      <QueryView query={tenancy}>
        {(shown) => (
          <>
            <About tenancy={shown} />
            <Milestones tenancy={shown} />
            <Supports tenancy={shown} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function About({ tenancy }: { readonly tenancy: Tenancy }) {
  const t = useWords(words);
  const yesNo = (value: boolean): string => (value ? t.yes : t.no);
  return (
    <Section title={t.title} actions={<StateTag codes={tenancyState} value={tenancy.state} />}>
      <Facts
        items={[
          [t.enterprise, <OrganizationName key="enterprise" id={tenancy.enterpriseOrganizationId} />],
          [t.carrier, <OrganizationName key="carrier" id={tenancy.incubatorOrganizationId} />],
          [t.founded, <Day key="founded" value={tenancy.foundedOn} />],
          [t.field, <Code key="field" codes={tenancyField} value={tenancy.field} />],
          [t.technology, yesNo(tenancy.technologyBased)],
          [t.premises, yesNo(tenancy.onPremises)],
          [t.definition, yesNo(tenancy.byDefinition)],
          [t.exception, tenancy.exceptionReason],
          [t.admitted, <Day key="admitted" value={tenancy.admittedOn} />],
          [t.until, <Day key="until" value={tenancy.plannedUntil} />],
          [t.ended, <Day key="ended" value={tenancy.endedOn} />],
          [t.ground, <Code key="ground" codes={graduationGround} value={tenancy.graduationGround} />],
          [t.reason, tenancy.decisionReason],
        ]}
      />
      <h3>{t.plan}</h3>
      <p className="prose">{tenancy.plan}</p>
      <Decide tenancy={tenancy} />
    </Section>
  );
}

/** What each side may do next; the API has the last word. */
function useVerbs({ state, incubatorOrganizationId, enterpriseOrganizationId }: Tenancy): readonly Verb[] {
  const me = useMe().data;
  const carrier = me?.organizationId === incubatorOrganizationId && hasRole(me, 'incubatorManager');
  const company = me?.organizationId === enterpriseOrganizationId && hasRole(me, 'enterprise');
  if (state === 'applied') return carrier ? ['admit', 'refuse'] : company ? ['cancel'] : [];
  if (state === 'admitted') return carrier ? ['graduate', 'leave', 'fail', 'lose'] : company ? ['leave'] : [];
  if (state === 'lost') return carrier ? ['return', 'leave', 'fail'] : [];
  return [];
}

function Decide({ tenancy }: { readonly tenancy: Tenancy }) {
  const t = useWords(words);
  const done = useDone();
  const verbs = useVerbs(tenancy);
  const options = useChoices(tenancyDecision).filter(({ value }) => verbs.some((verb) => verb === value));
  const decide = api.useMutation('post', '/v1/tenancies/{id}/decision');
  if (options.length === 0) return null;
  return (
    <DialogForm<Schemas['DecideTenancyDto']>
      button={t.act}
      title={t.act}
      primary
      onSubmit={(body) =>
        done(decide.mutateAsync({ params: { path: { id: tenancy.id } }, body: filled(body) }), t.done)
      }
    >
      <RadioRow name="decision" label={t.decision} options={options} />
      <Form.Item noStyle dependencies={['decision']}>
        {({ getFieldValue }) => (
          <>
            {getFieldValue('decision') === 'admit' && (
              <>
                <DayRow name="plannedUntil" label={t.until} help={t.untilHelp} />
                {!tenancy.byDefinition && (
                  <TextRow name="exceptionReason" label={t.exception} help={t.exceptionHelp} max={500} optional />
                )}
              </>
            )}
            {getFieldValue('decision') === 'graduate' && (
              <SelectRow name="graduationGround" label={t.ground} help={t.groundHelp} codes={graduationGround} />
            )}
          </>
        )}
      </Form.Item>
      <TextRow name="reason" label={t.why} min={2} max={1000} rows={2} />
    </DialogForm>
  );
}

/** Whether the caller is the carrier of a company that is there: the carrier says what it gave. */
function useGives({ state, incubatorOrganizationId }: Tenancy): boolean {
  const me = useMe().data;
  return state === 'admitted' && me?.organizationId === incubatorOrganizationId && hasRole(me, 'incubatorManager');
}

/** Both sides note what the company reaches while it is there. */
function useNotes({ state, incubatorOrganizationId, enterpriseOrganizationId }: Tenancy): boolean {
  const me = useMe().data;
  const side = me?.organizationId === incubatorOrganizationId || me?.organizationId === enterpriseOrganizationId;
  return state === 'admitted' && side && hasRole(me, 'enterprise', 'incubatorManager');
}

function Milestones({ tenancy }: { readonly tenancy: Tenancy }) {
  const t = useWords(words);
  const done = useDone();
  const notes = useNotes(tenancy);
  const reach = api.useMutation('post', '/v1/tenancies/{id}/milestones');
  const add = notes && (
    <DialogForm<Schemas['CreateMilestoneDto']>
      button={t.addMilestone}
      title={t.addMilestone}
      onSubmit={(body) => done(reach.mutateAsync({ params: { path: { id: tenancy.id } }, body }), t.added)}
    >
      <SelectRow name="kind" label={t.kind} codes={milestoneKind} />
      <DayRow name="reachedOn" label={t.reachedOn} />
      <TextRow name="note" label={t.note} min={2} max={500} rows={2} />
    </DialogForm>
  );
  return (
    <Section title={t.milestones} actions={add}>
      <ListTable
        caption={t.milestones}
        rows={tenancy.milestones}
        rowKey={({ id }) => id}
        empty={t.noMilestone}
        columns={[
          { key: 'on', title: t.reachedOn, render: ({ reachedOn }) => <Day value={reachedOn} /> },
          { key: 'kind', title: t.kind, render: ({ kind }) => <Code codes={milestoneKind} value={kind} /> },
          { key: 'note', title: t.note, render: ({ note }) => note },
        ]}
      />
    </Section>
  );
}

function Supports({ tenancy }: { readonly tenancy: Tenancy }) {
  const t = useWords(words);
  const done = useDone();
  const gives = useGives(tenancy);
  const support = api.useMutation('post', '/v1/tenancies/{id}/supports');
  const add = gives && (
    <DialogForm<Schemas['CreateSupportDto']>
      button={t.addSupport}
      title={t.addSupport}
      onSubmit={(body) =>
        done(support.mutateAsync({ params: { path: { id: tenancy.id } }, body: filled(body) }), t.added)
      }
    >
      <SelectRow name="kind" label={t.kind} codes={supportKind} />
      <YuanRow name="amountYuan" label={t.amount} optional />
      <DayRow name="givenOn" label={t.givenOn} />
      <TextRow name="note" label={t.supportNote} min={2} max={500} rows={2} />
    </DialogForm>
  );
  return (
    <Section title={t.supports} actions={add}>
      <ListTable
        caption={t.supports}
        rows={tenancy.supports}
        rowKey={({ id }) => id}
        empty={t.noSupport}
        columns={[
          { key: 'on', title: t.givenOn, render: ({ givenOn }) => <Day value={givenOn} /> },
          { key: 'kind', title: t.kind, render: ({ kind }) => <Code codes={supportKind} value={kind} /> },
          { key: 'amount', title: t.amountHead, numeric: true, render: ({ amount }) => <Money value={amount} /> },
          { key: 'note', title: t.supportNote, render: ({ note }) => note },
        ]}
      />
    </Section>
  );
}
