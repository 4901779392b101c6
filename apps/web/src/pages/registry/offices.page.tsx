import { Link, useSearchParams } from 'react-router';
import { api } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Day, Money } from '../../ui/figures.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { useCountyName } from '../../ui/places.ts';
import { QueryView } from '../../ui/query-view.tsx';
import './registry.css';

const words = bilingual(
  {
    title: '登记机构、规则与编号',
    lead: '各登记机构服务的县区与岗位，认定登记的规则和期限，以及各年度登记编号的使用。',
    workbench: '我的工作台',
    offices: '登记机构',
    name: '名称',
    counties: '服务的县区',
    from: '启用',
    staffing: '岗位',
    rules: '规则与期限',
    noOffice: '没有登记机构。',
    ruleSet: '规则',
    term: '审查期限',
    large: '大额标准',
    largeTerm: '大额或有争议的期限',
    force: '适用期间',
    source: '出处',
    day: '日',
    workingDay: '个工作日',
    numbers: '登记编号核对',
    year: '年度',
    office: '登记点',
    last: '已用到的流水号',
    issued: '发出',
    cancelled: '其中已注销',
    imported: '导入',
    gap: '无法解释的空号',
    noGap: '没有',
    noNumber: '这一年度没有发出编号。',
  },
  {
    title: 'Offices, rules and numbers',
    lead: 'Which office serves which counties and who works there, the rules and terms, and how numbers were used.',
    workbench: 'Workbench',
    offices: 'Registration offices',
    name: 'Name',
    counties: 'Counties served',
    from: 'Since',
    staffing: 'Posts',
    rules: 'Rules and terms',
    noOffice: 'No office.',
    ruleSet: 'Rules',
    term: 'Term of examination',
    large: 'Large from',
    largeTerm: 'Term of large or disputed contracts',
    force: 'In force',
    source: 'Source',
    day: 'days',
    workingDay: 'working days',
    numbers: 'Registration numbers',
    year: 'Year',
    office: 'Office',
    last: 'Last serial',
    issued: 'Issued',
    cancelled: 'Cancelled of these',
    imported: 'Imported',
    gap: 'Unexplained gaps',
    noGap: 'None',
    noNumber: 'No number was given in this year.',
  },
);

export function Component() {
  const t = useWords(words);
  const me = useMe();
  const countyName = useCountyName();
  const offices = api.useQuery('get', '/v1/registration-offices');
  const ruleSets = api.useQuery('get', '/v1/registration-rule-sets');
  const term = (of: { count: number; unit: 'day' | 'workingDay'; article: string } | null): string =>
    of === null ? '—' : `${of.count} ${t[of.unit]}（${of.article}）`;
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.workbench, to: '/workbench' }]}>
      <Section title={t.offices}>
        <QueryView query={offices}>
          {({ items }) => (
            <ListTable
              caption={t.offices}
              rows={items}
              rowKey={({ code }) => code}
              empty={t.noOffice}
              columns={[
                { key: 'name', title: t.name, render: ({ code, name }) => `${code} ${name}` },
                { key: 'counties', title: t.counties, render: ({ counties }) => counties.map(countyName).join('、') },
                { key: 'from', title: t.from, render: ({ effectiveFrom }) => <Day value={effectiveFrom} /> },
                {
                  key: 'staffing',
                  title: t.staffing,
                  render: ({ code, name }) => (
                    <Link to={`/workbench/registration-offices/${code}`}>
                      {t.staffing}
                      <span className="visually-hidden">：{name}</span>
                    </Link>
                  ),
                },
              ]}
            />
          )}
        </QueryView>
      </Section>
      <Section title={t.rules}>
        <QueryView query={ruleSets}>
          {({ items }) => (
            <ListTable
              caption={t.rules}
              rows={items}
              rowKey={({ id }) => id}
              empty="—"
              columns={[
                { key: 'title', title: t.ruleSet, render: ({ title }) => title },
                {
                  key: 'force',
                  title: t.force,
                  render: ({ effectiveFrom, effectiveTo }) => (
                    <>
                      <Day value={effectiveFrom} /> — <Day value={effectiveTo} />
                    </>
                  ),
                },
                { key: 'term', title: t.term, render: ({ examination }) => term(examination) },
                { key: 'large', title: t.large, numeric: true, render: ({ largeFrom }) => <Money value={largeFrom} /> },
                { key: 'largeTerm', title: t.largeTerm, render: ({ largeTerm }) => term(largeTerm) },
                { key: 'source', title: t.source, render: ({ source, note }) => `${source} ${note}` },
              ]}
            />
          )}
        </QueryView>
      </Section>
      {hasRole(me.data, 'registrar', 'reviewer', 'auditor') && <Numbers />}
    </Page>
  );
}

function Numbers() {
  const t = useWords(words);
  const [params, setParams] = useSearchParams();
  const thisYear = new Date().getFullYear();
  const year = /^20\d{2}$/.test(params.get('year') ?? '') ? params.get('year')! : String(thisYear);
  const used = api.useQuery('get', '/v1/registration-numbers', { params: { query: { year } } });
  return (
    <Section title={t.numbers}>
      <div className="fields">
        <label htmlFor="numbers-year">
          {t.year}
          <select id="numbers-year" value={year} onChange={({ target }) => setParams({ year: target.value })}>
            {Array.from({ length: 6 }, (_none, back) => String(thisYear - back)).map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      </div>
      <QueryView query={used}>
        {({ items }) => (
          <ListTable
            caption={t.numbers}
            rows={items}
            rowKey={({ office }) => office}
            empty={t.noNumber}
            columns={[
              { key: 'office', title: t.office, render: ({ office }) => office },
              { key: 'last', title: t.last, numeric: true, render: ({ lastSerial }) => lastSerial },
              { key: 'issued', title: t.issued, numeric: true, render: ({ issued }) => issued },
              { key: 'cancelled', title: t.cancelled, numeric: true, render: ({ cancelled }) => cancelled },
              { key: 'imported', title: t.imported, numeric: true, render: ({ imported }) => imported },
              {
                key: 'gap',
                title: t.gap,
                render: ({ unexplained }) => (unexplained.length === 0 ? t.noGap : unexplained.join('、')),
              },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
}
