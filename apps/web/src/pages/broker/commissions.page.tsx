import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { mandateState } from '../../text/codes/deal.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { StateTag } from '../../ui/code.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Commission } from './commission.tsx';
import { Fee } from './fee.tsx';
import { useSubjectTitle } from './subject.tsx';

const words = bilingual(
  {
    title: '佣金对账',
    lead: '佣金随合同款到账而到期；每一笔写明怎么算、依据哪一条。',
    workbench: '我的工作台',
    empty: '还没有生效的委托，也就没有佣金。先找撮合、提出委托。',
    find: '找撮合',
    agreed: '约定',
    open: '查看委托',
  },
  {
    title: 'Commissions',
    lead: 'A commission falls due as the contract is paid; each receipt says how and by which article.',
    workbench: 'Workbench',
    empty: 'No mandate was ever in force, so there is no commission.',
    find: 'Find matches',
    agreed: 'Agreed',
    open: 'Open the mandate',
  },
);

export function Component() {
  const t = useWords(words);
  const query = api.useQuery('get', '/v1/mandates', { params: { query: { limit: 100 } } });
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.workbench, to: '/workbench' }]}>
      <QueryView query={query}>
        {({ items }) => {
          const once = items.filter(({ acceptedAt }) => acceptedAt !== null);
          return once.length === 0 ? (
            <p className="empty">
              {t.empty} <Link to="/workbench/broker/matches">{t.find}</Link>
            </p>
          ) : (
            <>
              {once.map((mandate) => (
                <OfMandate key={mandate.id} mandate={mandate} />
              ))}
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}

function OfMandate({ mandate }: { readonly mandate: Schemas['MandateView'] }) {
  const t = useWords(words);
  const title = useSubjectTitle(mandate.subject) ?? '…';
  return (
    <Section title={title} actions={<StateTag codes={mandateState} value={mandate.state} />}>
      <p>
        {t.agreed}：<Fee fee={mandate.fee} />{' '}
        <Link to={`/workbench/broker/mandates/${mandate.id}`}>
          {t.open}
          <span className="visually-hidden">：{title}</span>
        </Link>
      </p>
      <Commission mandateId={mandate.id} />
    </Section>
  );
}
