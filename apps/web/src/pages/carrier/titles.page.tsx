import { Link, useNavigate } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import { carrierReviewState } from '../../text/codes/carrier.codes.ts';
import { carrierKind, carrierLevel, carrierState } from '../../text/codes/offer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag, useChoices } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Day, Deadline } from '../../ui/figures.tsx';
import { workbenchCrumb } from '../../ui/list-page.tsx';
import { ListTable, type Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { useCounties } from '../../ui/places.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { DayRow, NumberRow, SelectRow, TextRow, YuanRow } from '../../ui/rows.tsx';
import { useDaysLeft } from '../../ui/today.ts';

const words = bilingual(
  {
    workbench: '我的工作台',
    title: '载体称号与年度考核',
    lead: '申请认定市级、县级称号；每年按期报自评，由科技部门初审、另一人决定。',
    mine: '称号与申请',
    name: '载体名称',
    kind: '称号',
    level: '级别',
    state: '状态',
    until: '有效期至',
    none: '还没有称号。可以申请认定；上级已认定的，请科技部门登记。',
    apply: '申请认定',
    county: '县区',
    field: '专业化方向',
    fieldHelp: '综合型不填。',
    statement: '情况说明',
    area: '可自主支配场地面积（平方米）',
    tenantArea: '在孵企业使用面积占比（%）',
    since: '开始运营日',
    fund: '种子资金或孵化资金（元）',
    staff: '服务人员数',
    professional: '专业孵化服务人员占比（%）',
    mentors: '创业导师数',
    conditions: '认定条件',
    condition: '条件原文',
    source: '出处',
    reviews: '年度考核',
    year: '年度',
    due: '自评截止',
    noReview: '没有年度考核。取得称号后按年度产生。',
  },
  {
    workbench: 'Workbench',
    title: 'Titles and yearly reviews',
    lead: 'Apply for titles of city and county; hand in a yearly report, examined and decided by two people.',
    mine: 'Titles and applications',
    name: 'Name',
    kind: 'Title',
    level: 'Level',
    state: 'State',
    until: 'Valid until',
    none: 'No title yet. Apply; a title from above is recorded by the bureau.',
    apply: 'Apply for a title',
    county: 'County',
    field: 'Speciality',
    fieldHelp: 'Leave out for a general one.',
    statement: 'Statement',
    area: 'Area at your disposal (m²)',
    tenantArea: 'Used by tenants (%)',
    since: 'Working since',
    fund: 'Seed fund (yuan)',
    staff: 'Staff',
    professional: 'Professional staff (%)',
    mentors: 'Mentors',
    conditions: 'Conditions',
    condition: 'Wording',
    source: 'Source',
    reviews: 'Yearly reviews',
    year: 'Year',
    due: 'Report by',
    noReview: 'No review yet: one each year after recognition.',
  },
);

const page20 = { params: { query: { limit: 20 } } };

export function Component() {
  const t = useWords(words);
  const titles = api.useInfiniteQuery('get', '/v1/carrier-titles/mine', page20, byCursor);
  const columns: Column<Schemas['CarrierTitleView']>[] = [
    {
      key: 'name',
      title: t.name,
      render: ({ id, name }) => <Link to={`/workbench/carrier-titles/${id}`}>{name}</Link>,
    },
    { key: 'level', title: t.level, render: ({ level }) => <Code codes={carrierLevel} value={level} /> },
    { key: 'kind', title: t.kind, render: ({ kind }) => <Code codes={carrierKind} value={kind} /> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={carrierState} value={state} /> },
    { key: 'until', title: t.until, render: ({ validUntil }) => <Day value={validUntil} /> },
  ];
  return (
    <Page title={t.title} lead={t.lead} crumbs={[workbenchCrumb(t.workbench)]} actions={<Apply />}>
      <Section title={t.mine}>
        <PagedTable caption={t.mine} query={titles} columns={columns} empty={t.none} />
      </Section>
      <Reviews />
      <Conditions />
    </Page>
  );
}

type Values = Omit<Schemas['ApplyCarrierTitleDto'], 'facts'> & { facts?: Schemas['CarrierFactsDto'] };

function Apply() {
  const t = useWords(words);
  const navigate = useNavigate();
  const apply = api.useMutation('post', '/v1/carrier-titles');
  const counties = useCounties();
  const levels = useChoices(carrierLevel).filter(({ value }) => value === 'city' || value === 'county');
  return (
    <DialogForm<Values>
      button={t.apply}
      title={t.apply}
      primary
      onSubmit={async ({ facts, ...body }) => {
        const made = await apply.mutateAsync({ body: { ...filled(body), facts: filled(facts ?? {}) } });
        await navigate(`/workbench/carrier-titles/${made.id}`);
      }}
    >
      <SelectRow name="kind" label={t.kind} codes={carrierKind} />
      <SelectRow name="level" label={t.level} options={levels} />
      <TextRow name="name" label={t.name} min={2} max={100} />
      <SelectRow name="countyCode" label={t.county} options={counties} />
      <TextRow name="professionalField" label={t.field} help={t.fieldHelp} max={100} optional />
      <TextRow name="statement" label={t.statement} min={10} max={5000} rows={4} />
      <FactRows />
    </DialogForm>
  );
}

/** What the conditions ask for; what is left out counts as not stated. */
export function FactRows() {
  const t = useWords(words);
  return (
    <>
      <NumberRow name={['facts', 'areaSquareMetres']} label={t.area} min={0} max={1_000_000} optional />
      <NumberRow name={['facts', 'tenantAreaPercent']} label={t.tenantArea} min={0} max={100} optional />
      <DayRow name={['facts', 'operatingSince']} label={t.since} optional />
      <YuanRow name={['facts', 'seedFundYuan']} label={t.fund} optional />
      <NumberRow name={['facts', 'staff']} label={t.staff} min={0} max={1_000_000} optional />
      <NumberRow name={['facts', 'professionalStaffPercent']} label={t.professional} min={0} max={100} optional />
      <NumberRow name={['facts', 'mentors']} label={t.mentors} min={0} max={1_000_000} optional />
    </>
  );
}

function Reviews() {
  const t = useWords(words);
  const daysLeft = useDaysLeft();
  const reviews = api.useInfiniteQuery('get', '/v1/carrier-reviews', page20, byCursor);
  const columns: Column<Schemas['CarrierReviewView']>[] = [
    {
      key: 'year',
      title: t.year,
      render: ({ id, year }) => <Link to={`/workbench/carrier-reviews/${id}`}>{year}</Link>,
    },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={carrierReviewState} value={state} /> },
    {
      key: 'due',
      title: t.due,
      render: ({ dueOn, state }) =>
        state === 'due' ? <Deadline day={dueOn} daysLeft={daysLeft(dueOn)} /> : <Day value={dueOn} />,
    },
  ];
  return (
    <Section title={t.reviews}>
      <PagedTable caption={t.reviews} query={reviews} columns={columns} empty={t.noReview} />
    </Section>
  );
}

function Conditions() {
  const t = useWords(words);
  const conditions = api.useQuery('get', '/v1/carrier-conditions', {});
  return (
    <Section title={t.conditions}>
      <QueryView query={conditions}>
        {({ items }) => (
          <ListTable
            caption={t.conditions}
            rows={items}
            rowKey={({ kind, wording }) => `${kind} ${wording}`}
            empty=""
            columns={[
              { key: 'kind', title: t.kind, render: ({ kind }) => <Code codes={carrierKind} value={kind} /> },
              { key: 'wording', title: t.condition, render: ({ wording }) => wording },
              { key: 'source', title: t.source, render: ({ source }) => source },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
}
