import { Link, useSearchParams } from 'react-router';
import { Button } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import { registrationState } from '../../text/codes/registration.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { StateTag, useChoices } from '../../ui/code.tsx';
import { Day, Money } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { useOfficerName } from './people.ts';
import './registry.css';

const words = bilingual(
  {
    title: '登记案件检索',
    lead: '全部登记案件，含退回、不予登记、撤回与注销，新提交的在前。',
    inspections: '登记抽查',
    filter: '筛选',
    all: '全部',
    text: '项目名称或任一方名称',
    number: '登记编号或平台编号',
    creditCode: '任一方统一社会信用代码',
    state: '状态',
    from: '提交日期自',
    to: '提交日期至',
    minValueYuan: '成交额不低于（元）',
    maxValueYuan: '成交额不超过（元）',
    apply: '检索',
    clear: '清除筛选',
    list: '案件',
    empty: '没有符合条件的案件。可放宽筛选。',
    name: '项目名称',
    value: '成交额',
    on: '提交日期',
    officers: '认定 / 复核',
  },
  {
    title: 'Search of cases',
    lead: 'All cases, returned, refused, withdrawn and cancelled ones too; the newest first.',
    inspections: 'Inspections',
    filter: 'Filter',
    all: 'All',
    text: 'Project or party',
    number: 'Number',
    creditCode: 'Credit code of a party',
    state: 'State',
    from: 'Filed from',
    to: 'Filed to',
    minValueYuan: 'Contract value from (yuan)',
    maxValueYuan: 'Contract value up to (yuan)',
    apply: 'Search',
    clear: 'Clear',
    list: 'Cases',
    empty: 'No case answers this. Ask for less.',
    name: 'Project',
    value: 'Contract value',
    on: 'Filed on',
    officers: 'Determined / reviewed',
  },
);

const texts = ['text', 'number', 'creditCode', 'minValueYuan', 'maxValueYuan'] as const;
const days = ['from', 'to'] as const;
const names = [...texts, ...days, 'state'] as const;
type Query = NonNullable<paths['/v1/inspection-registrations']['get']['parameters']['query']>;

export function Component() {
  const t = useWords(words);
  const nameOf = useOfficerName();
  const [params, setParams] = useSearchParams();
  const states = useChoices(registrationState).filter(({ value }) => value !== 'draft');
  const asked = Object.fromEntries(names.flatMap((name) => (params.get(name) ? [[name, params.get(name)]] : [])));
  const query = { ...asked, limit: 20 } as Query; // a wrong value is the API's to refuse
  const cases = api.useInfiniteQuery('get', '/v1/inspection-registrations', { params: { query } }, byCursor);
  const columns: Column<Schemas['FoundCaseView']>[] = [
    {
      key: 'name',
      title: t.name,
      render: ({ id, title }) => <Link to={`/workbench/registrations/${id}`}>{title}</Link>,
    },
    {
      key: 'number',
      title: t.number,
      render: ({ registrationNumber, provisionalNumber }) => registrationNumber ?? provisionalNumber,
    },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={registrationState} value={state} /> },
    { key: 'value', title: t.value, numeric: true, render: ({ contractValue }) => <Money value={contractValue} /> },
    { key: 'on', title: t.on, render: ({ filedOn }) => <Day value={filedOn} /> },
    {
      key: 'officers',
      title: t.officers,
      render: ({ determinedBy, reviewedBy }) => `${nameOf(determinedBy) ?? '—'} / ${nameOf(reviewedBy) ?? '—'}`,
    },
  ];
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.inspections, to: '/workbench/inspections' }]}>
      <Section title={t.filter}>
        <form
          key={params.toString()}
          onSubmit={(event) => {
            event.preventDefault();
            const filled = [...new FormData(event.currentTarget)].flatMap(([name, value]) =>
              typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()] as [string, string]] : [],
            );
            setParams(new URLSearchParams(filled));
          }}
        >
          <div className="fields">
            {texts.map((name) => (
              <label key={name}>
                {t[name]}
                <input name={name} defaultValue={params.get(name) ?? ''} maxLength={100} />
              </label>
            ))}
            {days.map((name) => (
              <label key={name}>
                {t[name]}
                <input type="date" name={name} defaultValue={params.get(name) ?? ''} />
              </label>
            ))}
            <label>
              {t.state}
              <select name="state" defaultValue={params.get('state') ?? ''}>
                <option value="">{t.all}</option>
                {states.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <div className="form-foot">
            <Button type="primary" htmlType="submit">
              {t.apply}
            </Button>
            <Button onClick={() => setParams({})}>{t.clear}</Button>
          </div>
        </form>
      </Section>
      <Section title={t.list}>
        <PagedTable caption={t.list} query={cases} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}
