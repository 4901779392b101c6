import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { consentManner, findingKind, visitFindingState } from '../../text/codes/exchange.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { FormAct } from '../../ui/act.tsx';
import { Code, StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ChoiceField, CodeField, DayItem, TextField } from '../../ui/fields.tsx';
import { Day } from '../../ui/figures.tsx';
import { useMe } from '../../ui/me.ts';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useCounties } from '../../ui/places.ts';
import { QueryView } from '../../ui/query-view.tsx';

type Visit = Schemas['EnterpriseVisitView'];
type Finding = Schemas['VisitFindingView'];

const words = bilingual(
  {
    list: '企业大走访',
    title: '走访记录',
    on: '走访日期',
    enterprise: '企业',
    by: '走访单位',
    visitors: '走访人',
    received: '企业接待人',
    summary: '走访情况',
    findings: '发现事项',
    none: '没有发现事项。',
    draft: '写成需求草稿',
    drafted: '需求草稿已写成，由该企业发布。',
    name: '需求名称',
    describe: '需求描述（不填用发现的内容）',
    field: '技术领域',
    county: '县区',
    givenBy: '企业何人同意',
    givenOn: '同意日期',
    manner: '同意方式',
    settle: '以其他方式办结',
    note: '办理情况',
    toDemand: '查看需求草稿',
  },
  {
    list: 'Visits',
    title: 'Visit',
    on: 'Visited on',
    enterprise: 'Enterprise',
    by: 'Visited by',
    visitors: 'Visitors',
    received: 'Received by',
    summary: 'How it was',
    findings: 'Findings',
    none: 'None.',
    draft: 'Write it as a demand',
    drafted: 'Drafted; the enterprise publishes it.',
    name: 'Name of the demand',
    describe: 'Description (empty: the finding)',
    field: 'Field',
    county: 'County',
    givenBy: 'Who consented',
    givenOn: 'On',
    manner: 'How',
    settle: 'Settle it otherwise',
    note: 'What was done',
    toDemand: 'See the draft',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const { data: me } = useMe();
  const visit = api.useQuery('get', '/v1/enterprise-visits/{id}', { params: { path: { id } } });
  return (
    <Page title={t.title} crumbs={[{ title: t.list, to: '/workbench/visits' }]}>
      <QueryView query={visit}>
        {(shown) => (
          <>
            <Section title={t.title}>
              <Facts
                items={[
                  [t.enterprise, <OrganizationName key="enterprise" id={shown.visitedOrganizationId} />],
                  [t.on, <Day key="on" value={shown.visitedOn} />],
                  [t.by, <OrganizationName key="by" id={shown.organizationId} />],
                  [t.visitors, shown.visitors],
                  [t.received, shown.receivedBy],
                  [t.summary, shown.summary],
                ]}
              />
            </Section>
            <Findings visit={shown} ours={shown.organizationId === me?.organizationId} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Findings({ visit, ours }: { readonly visit: Visit; readonly ours: boolean }) {
  const t = useWords(words);
  return (
    <Section title={t.findings}>
      {visit.findings.length === 0 && <p className="empty">{t.none}</p>}
      <ul className="hits">
        {visit.findings.map((finding) => (
          <li key={finding.id}>
            <h3>
              <Code codes={findingKind} value={finding.kind} />{' '}
              <StateTag codes={visitFindingState} value={finding.state} />
            </h3>
            <p className="prose">{finding.text}</p>
            {finding.note && <p>{finding.note}</p>}
            {finding.demandId && <Link to={`/workbench/demands/${finding.demandId}`}>{t.toDemand}</Link>}
            {ours && finding.state === 'noted' && <FindingActs finding={finding} visit={visit} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function FindingActs({ finding, visit }: { readonly finding: Finding; readonly visit: Visit }) {
  const t = useWords(words);
  const counties = useCounties();
  const params = { path: { id: finding.id } };
  const draft = api.useMutation('post', '/v1/visit-findings/{id}/demand');
  const settle = api.useMutation('post', '/v1/visit-findings/{id}/settlement');
  const about = finding.text.slice(0, 20);
  return (
    <div className="form-foot">
      {finding.kind === 'technologyNeed' && (
        <FormAct<Schemas['DraftFindingDemandDto']>
          primary
          button={t.draft}
          about={about}
          said={t.drafted}
          initial={{ consent: { givenBy: visit.receivedBy, givenOn: visit.visitedOn, manner: 'onSite' } }}
          work={(body) => draft.mutateAsync({ params, body })}
        >
          <TextField name="title" label={t.name} max={200} />
          <TextField name="summary" label={t.describe} max={5000} long optional />
          <TextField name="field" label={t.field} max={40} optional />
          <ChoiceField name="countyCode" label={t.county} choices={counties} />
          <TextField name={['consent', 'givenBy']} label={t.givenBy} max={100} />
          <DayItem name={['consent', 'givenOn']} label={t.givenOn} />
          <CodeField name={['consent', 'manner']} label={t.manner} codes={consentManner} />
        </FormAct>
      )}
      <FormAct<Schemas['SettleFindingDto']>
        button={t.settle}
        about={about}
        work={(body) => settle.mutateAsync({ params, body })}
      >
        <TextField name="note" label={t.note} max={1000} long />
      </FormAct>
    </div>
  );
}
