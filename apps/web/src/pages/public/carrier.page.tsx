import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import { tenancyField } from '../../text/codes/carrier.codes.ts';
import { carrierKind, carrierLevel, carrierState } from '../../text/codes/offer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Day } from '../../ui/figures.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { useCountyName } from '../../ui/places.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { DayRow, FlagRow, SelectRow, TextRow } from '../../ui/rows.tsx';
import { decimals } from '../bureau/decimals.ts';

const words = bilingual(
  {
    list: '创新创业载体',
    titles: '称号',
    name: '载体名称',
    level: '级别',
    kind: '称号',
    state: '状态',
    until: '有效期至',
    noTitle: '没有称号。',
    cohorts: '在孵企业',
    year: '入驻年度',
    entered: '入驻',
    now: '在孵',
    graduated: '毕业',
    failed: '注销',
    survival: '满 1、2、3 年存活率',
    noCohort: '还没有入驻的企业。',
    apply: '申请入驻',
    plan: '入驻计划',
    technologyBased: '主要从事新技术、新产品的研发、生产和服务',
    foundedOn: '企业成立日',
    onPremises: '注册地和主要研发、办公场所在载体场地内',
    field: '领域',
    applied: '已申请，等载体办理。',
    facilities: '看可预约的空间与仪器',
    organization: '单位信息',
  },
  {
    list: 'Carriers of innovation',
    titles: 'Titles',
    name: 'Name',
    level: 'Level',
    kind: 'Title',
    state: 'State',
    until: 'Valid until',
    noTitle: 'No title.',
    cohorts: 'Tenants',
    year: 'Year of entry',
    entered: 'Entered',
    now: 'In incubation',
    graduated: 'Graduated',
    failed: 'Failed',
    survival: 'Alive after 1, 2, 3 years',
    noCohort: 'No tenant yet.',
    apply: 'Apply as a tenant',
    plan: 'What you plan',
    technologyBased: 'We mainly develop, make and serve new technology',
    foundedOn: 'Founded on',
    onPremises: 'Seat and main work are on the carrier’s premises',
    field: 'Field',
    applied: 'Applied; the carrier acts next.',
    facilities: 'Space and equipment to book',
    organization: 'About the organization',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const me = useMe();
  const countyName = useCountyName();
  const carrier = api.useQuery('get', '/v1/carriers/{id}', { params: { path: { id } } });
  const apply = hasRole(me.data, 'enterprise') && me.data?.organizationId !== id && <Apply id={id} />;
  return (
    <Page title={carrier.data?.name ?? t.list} crumbs={[{ title: t.list, to: '/carriers' }]} actions={apply}>
      <QueryView query={carrier}>
        {({ titles, countyCode }) => (
          <>
            <p className="hit-line">
              <span>{countyName(countyCode)}</span> <Link to={`/organizations/${id}`}>{t.organization}</Link>
            </p>
            <Section title={t.titles}>
              <ListTable
                caption={t.titles}
                rows={titles}
                rowKey={(row) => row.id}
                empty={t.noTitle}
                columns={[
                  { key: 'name', title: t.name, render: ({ name }) => name },
                  { key: 'level', title: t.level, render: ({ level }) => <Code codes={carrierLevel} value={level} /> },
                  { key: 'kind', title: t.kind, render: ({ kind }) => <Code codes={carrierKind} value={kind} /> },
                  {
                    key: 'state',
                    title: t.state,
                    render: ({ state }) => <StateTag codes={carrierState} value={state} />,
                  },
                  { key: 'until', title: t.until, render: ({ validUntil }) => <Day value={validUntil} /> },
                ]}
              />
            </Section>
            <Cohorts id={id} />
            <Link to="/facilities">{t.facilities}</Link>
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Cohorts({ id }: { readonly id: string }) {
  const t = useWords(words);
  const cohorts = api.useQuery('get', '/v1/incubation-cohorts', {
    params: { query: { incubatorOrganizationId: id } },
  });
  return (
    <Section title={t.cohorts}>
      <QueryView query={cohorts}>
        {(table) => (
          <>
            <ListTable
              caption={t.cohorts}
              rows={table.cohorts}
              rowKey={({ year }) => String(year)}
              empty={t.noCohort}
              columns={[
                { key: 'year', title: t.year, render: ({ year }) => year },
                { key: 'entered', title: t.entered, numeric: true, render: ({ entered }) => entered },
                { key: 'now', title: t.now, numeric: true, render: ({ inIncubation }) => inIncubation },
                { key: 'graduated', title: t.graduated, numeric: true, render: ({ graduated }) => graduated },
                { key: 'failed', title: t.failed, numeric: true, render: ({ failed }) => failed },
                { key: 'survival', title: t.survival, numeric: true, render: (row) => survivalText(row) },
              ]}
            />
            <p className="fine">{table.note}</p>
          </>
        )}
      </QueryView>
    </Section>
  );
}

const survivalText = ({ survivalBasisPoints }: Schemas['CohortView']): string =>
  (survivalBasisPoints as (number | null)[])
    .map((points) => (points === null ? '—' : `${decimals(points / 100, 1)}%`))
    .join(' / ');

function Apply({ id }: { readonly id: string }) {
  const t = useWords(words);
  const done = useDone();
  const apply = api.useMutation('post', '/v1/tenancies');
  return (
    <DialogForm<Omit<Schemas['ApplyTenancyDto'], 'incubatorOrganizationId'>>
      button={t.apply}
      title={t.apply}
      primary
      initial={{ technologyBased: false, onPremises: false }}
      onSubmit={(values) =>
        done(apply.mutateAsync({ body: { ...filled(values), incubatorOrganizationId: id } }), t.applied)
      }
    >
      <TextRow name="plan" label={t.plan} min={10} max={2000} rows={4} />
      <DayRow name="foundedOn" label={t.foundedOn} />
      <SelectRow name="field" label={t.field} codes={tenancyField} optional />
      <FlagRow name="technologyBased" label={t.technologyBased} />
      <FlagRow name="onPremises" label={t.onPremises} />
    </DialogForm>
  );
}
