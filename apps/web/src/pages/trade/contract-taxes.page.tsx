import { useParams } from 'react-router';
import { api } from '../../api/client.ts';
import { ruleEvidence, taxNeed, taxStanding } from '../../text/codes/contract-terms.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Money } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    title: '税收优惠资料',
    contract: '合同',
    overview: '概览',
    on: '按这一天的规定',
    technology: '技术交易额',
    income: '已取得的技术性收入',
    stamp: '印花税',
    rule: '规定',
    source: '来源',
    since: '施行',
    needs: '须备资料',
  },
  {
    title: 'Tax documents',
    contract: 'Contract',
    overview: 'Overview',
    on: 'By the rules of',
    technology: 'Technology value',
    income: 'Technology income received',
    stamp: 'Stamp duty',
    rule: 'Rule',
    source: 'Source',
    since: 'in force since',
    needs: 'What is needed',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const path = { path: { id } };
  const contract = api.useQuery('get', '/v1/contracts/{id}', { params: path });
  const pack = api.useQuery('get', '/v1/contracts/{id}/tax-pack', { params: path });
  return (
    <Page title={t.title} crumbs={[{ title: contract.data?.title ?? t.contract, to: `/workbench/contracts/${id}` }]}>
      <QueryView query={pack}>
        {({ disclaimer, on, technologyValue, income, stampDuty, items }) => (
          <>
            <Section title={t.overview}>
              <p>{disclaimer}</p>
              <Facts
                items={[
                  [t.on, <Day key="on" value={on} />],
                  [t.technology, <Money key="technology" value={technologyValue} />],
                  [t.income, <Money key="income" value={income} />],
                  [t.stamp, <Money key="stamp" value={stampDuty} />],
                ]}
              />
            </Section>
            {items.map((item) => (
              <Section
                key={item.relief}
                title={item.title}
                actions={<StateTag codes={taxStanding} value={item.standing} />}
              >
                <p>{item.rule}</p>
                <p className="fine">
                  {t.source}：{item.source} {item.article}（<Code codes={ruleEvidence} value={item.evidence} />，
                  {t.since} <Day value={item.effectiveFrom} />）
                </p>
                {item.needs.length > 0 && (
                  <>
                    <h3>{t.needs}</h3>
                    <ul>
                      {item.needs.map(({ fact, text, standing, detail }) => (
                        <li key={fact}>
                          <StateTag codes={taxNeed} value={standing} /> {text}
                          {detail && `（${detail}）`}
                        </li>
                      ))}
                    </ul>
                  </>
                )}
              </Section>
            ))}
          </>
        )}
      </QueryView>
    </Page>
  );
}
