import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import { carrierReviewState } from '../../text/codes/carrier.codes.ts';
import { carrierKind, carrierLevel, carrierState } from '../../text/codes/offer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Day } from '../../ui/figures.tsx';
import { workbenchCrumb } from '../../ui/list-page.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { useCounties } from '../../ui/places.ts';
import { DayRow, SelectRow, TextRow } from '../../ui/rows.tsx';

const words = bilingual(
  {
    workbench: '我的工作台',
    title: '载体认定办理',
    lead: '称号申请、上级称号的登记和年度考核；审查与决定由两个人办理。',
    open: '待办的称号',
    name: '载体名称',
    unit: '运营单位',
    kind: '称号',
    level: '级别',
    state: '状态',
    none: '没有待办的称号。',
    reviews: '年度考核',
    year: '年度',
    due: '自评截止',
    noReview: '没有年度考核。',
    record: '登记上级认定的称号',
    organizationId: '运营单位编号',
    county: '县区',
    statement: '情况说明',
    document: '认定文件号',
    recognizedOn: '认定日',
    validUntil: '有效期至',
    recorded: '已登记，待另一人确认。',
  },
  {
    workbench: 'Workbench',
    title: 'Titles to act on',
    lead: 'Applications, records of titles from above, yearly reviews; examined and decided by two people.',
    open: 'Titles that wait',
    name: 'Name',
    unit: 'Operator',
    kind: 'Title',
    level: 'Level',
    state: 'State',
    none: 'None waits.',
    reviews: 'Yearly reviews',
    year: 'Year',
    due: 'Report by',
    noReview: 'No review.',
    record: 'Record a title from above',
    organizationId: 'Number of the operator',
    county: 'County',
    statement: 'Statement',
    document: 'Document',
    recognizedOn: 'Recognized on',
    validUntil: 'Valid until',
    recorded: 'Recorded; somebody else confirms it.',
  },
);

const page20 = { params: { query: { limit: 20 } } };

export function Component() {
  const t = useWords(words);
  const me = useMe();
  const titles = api.useInfiniteQuery('get', '/v1/carrier-titles/open', page20, byCursor);
  const reviews = api.useInfiniteQuery('get', '/v1/carrier-reviews', page20, byCursor);
  const titleColumns: Column<Schemas['CarrierTitleView']>[] = [
    {
      key: 'name',
      title: t.name,
      render: ({ id, name }) => <Link to={`/workbench/carrier-titles/${id}`}>{name}</Link>,
    },
    { key: 'unit', title: t.unit, render: ({ organizationId }) => <OrganizationName id={organizationId} /> },
    { key: 'level', title: t.level, render: ({ level }) => <Code codes={carrierLevel} value={level} /> },
    { key: 'kind', title: t.kind, render: ({ kind }) => <Code codes={carrierKind} value={kind} /> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={carrierState} value={state} /> },
  ];
  const reviewColumns: Column<Schemas['CarrierReviewView']>[] = [
    {
      key: 'year',
      title: t.year,
      render: ({ id, year }) => <Link to={`/workbench/carrier-reviews/${id}`}>{year}</Link>,
    },
    { key: 'unit', title: t.unit, render: ({ organizationId }) => <OrganizationName id={organizationId} /> },
    { key: 'due', title: t.due, render: ({ dueOn }) => <Day value={dueOn} /> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={carrierReviewState} value={state} /> },
  ];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[workbenchCrumb(t.workbench)]}
      actions={hasRole(me.data, 'reviewer') && <Record />}
    >
      <Section title={t.open}>
        <PagedTable caption={t.open} query={titles} columns={titleColumns} empty={t.none} />
      </Section>
      <Section title={t.reviews}>
        <PagedTable caption={t.reviews} query={reviews} columns={reviewColumns} empty={t.noReview} />
      </Section>
    </Page>
  );
}

function Record() {
  const t = useWords(words);
  const done = useDone();
  const counties = useCounties();
  const record = api.useMutation('post', '/v1/carrier-title-records');
  return (
    <DialogForm<Schemas['RecordCarrierTitleDto']>
      button={t.record}
      title={t.record}
      primary
      onSubmit={(body) => done(record.mutateAsync({ body: filled(body) }), t.recorded)}
    >
      <TextRow name="organizationId" label={t.organizationId} max={36} />
      <SelectRow name="kind" label={t.kind} codes={carrierKind} />
      <SelectRow name="level" label={t.level} codes={carrierLevel} />
      <TextRow name="name" label={t.name} min={2} max={100} />
      <SelectRow name="countyCode" label={t.county} options={counties} />
      <TextRow name="statement" label={t.statement} min={10} max={5000} rows={3} />
      <TextRow name="document" label={t.document} min={2} max={100} />
      <DayRow name="recognizedOn" label={t.recognizedOn} />
      <DayRow name="validUntil" label={t.validUntil} optional />
    </DialogForm>
  );
}
