import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { entrySource } from '../../text/codes/statistics.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Money } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useCountyName } from '../../ui/places.ts';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    entry: '台账记录',
    register: '登记台账',
    number: '登记编号',
    source: '登记来源',
    type: '合同类别',
    field: '技术领域',
    plan: '计划类别',
    ip: '知识产权类型',
    goal: '社会经济目标',
    industry: '应用行业',
    payment: '支付方式',
    value: '成交额',
    technology: '技术交易额',
    income: '技术收入',
    signed: '签订日期',
    valid: '有效期至',
    on: '登记日期',
    cancelled: '注销日期',
    seller: '卖方',
    buyer: '买方',
    related: '关联交易',
    yes: '是',
    no: '否',
    version: '这一版台账有效',
    open: '打开登记案件',
    to: '至',
  },
  {
    entry: 'Entry',
    register: 'Register',
    number: 'Registration number',
    source: 'Source',
    type: 'Type',
    field: 'Field',
    plan: 'Plan',
    ip: 'Rights',
    goal: 'Goal',
    industry: 'Industry',
    payment: 'Payment',
    value: 'Contract value',
    technology: 'Technology value',
    income: 'Technology income',
    signed: 'Signed on',
    valid: 'Valid until',
    on: 'Registered on',
    cancelled: 'Cancelled on',
    seller: 'Seller',
    buyer: 'Buyer',
    related: 'Related parties',
    yes: 'Yes',
    no: 'No',
    version: 'This version stands',
    open: 'Open the case',
    to: 'to',
  },
);

export function Component() {
  const t = useWords(words);
  const countyName = useCountyName();
  const { id = '' } = useParams();
  const entry = api.useQuery('get', '/v1/registration-entries/{id}', { params: { path: { id } } });
  const party = ({ name, creditCode, natureName, placeCode }: Schemas['EntryPartyView']): string =>
    [name, creditCode, natureName, countyName(placeCode)].filter((part) => part !== null && part !== '—').join('，');
  return (
    <Page title={entry.data?.title ?? t.entry} crumbs={[{ title: t.register, to: '/workbench/register' }]}>
      <QueryView query={entry}>
        {(shown) => (
          <Section title={t.entry}>
            <Facts
              items={[
                [t.number, shown.registrationNumber],
                [t.source, <Code key="source" codes={entrySource} value={shown.source} />],
                [t.type, [shown.typeName, shown.subTypeName].filter(Boolean).join('，')],
                [t.seller, party(shown.seller)],
                [t.buyer, party(shown.buyer)],
                [t.value, <Money key="value" value={shown.contractValue} />],
                [t.technology, <Money key="technology" value={shown.technologyValue} />],
                [t.income, <Money key="income" value={shown.technologyIncome} />],
                [t.field, shown.field],
                [t.plan, shown.plan],
                [t.ip, shown.ipKind],
                [t.goal, shown.goal],
                [t.industry, shown.industry],
                [t.payment, shown.payment],
                [t.related, shown.relatedParty ? t.yes : t.no],
                [t.signed, <Day key="signed" value={shown.signedOn} />],
                [t.valid, <Day key="valid" value={shown.validUntil} />],
                [t.on, <Day key="on" value={shown.registeredOn} />],
                [t.cancelled, <Day key="cancelled" value={shown.cancelledOn} />],
                [
                  t.version,
                  <span key="version">
                    <Day value={shown.validFrom} /> {t.to} <Day value={shown.validTo} />
                  </span>,
                ],
              ]}
            />
            {shown.registrationId !== null && (
              <p>
                <Link to={`/workbench/registrations/${shown.registrationId}`}>{t.open}</Link>
              </p>
            )}
          </Section>
        )}
      </QueryView>
    </Page>
  );
}
