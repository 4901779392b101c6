import { api } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Facts } from '../../ui/facts.tsx';
import { Day } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    title: '竞价规则',
    lead: '法定条款注明条文；法律没有规定的，是本平台自己的规则，按版本和日期施行。',
    auctions: '竞价公告',
    from: '施行日',
    notice: '拍卖公告日数',
    period: '挂牌期日数',
    sign: '签约日数',
    deposit: '保证金上限',
    percent: (percent: number) => `起拍价的 ${percent}%`,
    law: '法定',
    market: '本平台规则',
  },
  {
    title: 'Rules of bidding',
    lead: 'What the law says names its article; the rest are this market’s own rules, by version and date.',
    auctions: 'Auctions',
    from: 'In force from',
    notice: 'Days of notice of an auction',
    period: 'Days of a listed period',
    sign: 'Days to sign',
    deposit: 'Deposit at most',
    percent: (percent) => `${percent}% of the starting price`,
    law: 'law',
    market: 'this market’s rule',
  },
);

export function Component() {
  const t = useWords(words);
  const rules = api.useQuery('get', '/v1/auction-rules');
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.auctions, to: '/auctions' }]}>
      <QueryView query={rules}>
        {({ items }) =>
          items.map((rule) => (
            <Section key={rule.version} title={rule.version}>
              <Facts
                items={[
                  [t.from, <Day key="from" value={rule.effectiveFrom} />],
                  [t.notice, rule.auctionNoticeDays],
                  [t.period, rule.listedPeriodDays],
                  [t.sign, rule.signWithinDays],
                  [t.deposit, t.percent(rule.maxDepositPercent)],
                ]}
              />
              <ol>
                {rule.clauses.map(({ number, text, source, article }) => (
                  <li key={number}>
                    {text}（{source === 'law' ? `${t.law}：${article ?? ''}` : t.market}）
                  </li>
                ))}
              </ol>
            </Section>
          ))
        }
      </QueryView>
    </Page>
  );
}
