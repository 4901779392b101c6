import { Link, useParams } from 'react-router';
import { api } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { AuctionNow, AuctionTerms } from '../auction/auction-terms.tsx';
import { LiveRecord } from '../auction/live-record.tsx';
import './public.css';

const words = bilingual(
  {
    list: '竞价公告',
    now: '现在',
    how: '登录后在工作台报名；报名经转让方确认、缴纳保证金后取得竞买号。',
    enter: '报名、应价',
  },
  {
    list: 'Auctions',
    now: 'Now',
    how: 'Sign in and register from the workbench; the deposit gives you a paddle.',
    enter: 'Register and bid',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const auction = api.useQuery('get', '/v1/auctions/{id}', { params: { path: { id } } });
  return (
    <Page title={auction.data?.title ?? t.list} crumbs={[{ title: t.list, to: '/auctions' }]}>
      <QueryView query={auction}>
        {(shown) => (
          <>
            <Section title={t.now}>
              <AuctionNow auction={shown} />
              <p className="fine">
                {t.how} <Link to={`/workbench/auctions/${id}/bids`}>{t.enter}</Link>
              </p>
            </Section>
            <AuctionTerms auction={shown} />
            <LiveRecord auction={shown} />
          </>
        )}
      </QueryView>
    </Page>
  );
}
