import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import {
  achievementRegistrationState,
  agreementState,
  listingState,
  pricingMethod,
} from '../../text/codes/achievement.codes.ts';
import { declineReason } from '../../text/codes/match.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Money } from '../../ui/figures.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { percentText } from './achievement-fields.tsx';

const words = bilingual(
  {
    shares: '完成人和份额',
    person: '完成人',
    share: '份额',
    noInventor: '没有登记完成人，请先修改。',
    rounds: '份额约定',
    round: (serial: number) => `第 ${serial} 轮`,
    waiting: (names: string) => `等待签署：${names}`,
    noRound: '份额还没有签署。成果登记、转化流程和奖酬方案都以签署过的份额为准，请发起约定。',
    propose: '发起份额约定',
    registrations: '成果登记',
    noRegistration: '还没有申请成果登记号。',
    listings: '挂牌',
    noListing: '还没有挂牌。入库以后可以挂牌；高校和科研院所的协议定价先公示十五日。',
    answers: '撮合答复与改进建议',
    proposed: '待答复',
    accepted: '已接受',
    introduced: '已引荐',
    contracted: '已签约',
    declined: '已婉拒',
    reason: '婉拒原因',
    count: '次数',
    few: '较少',
    advice: '建议',
    noReason: '还没有人婉拒。',
  },
  {
    shares: 'Inventors and shares',
    person: 'Inventor',
    share: 'Share',
    noInventor: 'No inventor is named; amend it first.',
    rounds: 'Share agreements',
    round: (serial) => `Round ${serial}`,
    waiting: (names) => `Waiting for: ${names}`,
    noRound: 'The shares are not signed yet. Registration, transfer and rewards go by signed shares: propose them.',
    propose: 'Propose shares',
    registrations: 'Registration',
    noRegistration: 'No number was applied for.',
    listings: 'Listings',
    noListing: 'Not listed. A negotiated price of a public unit is under notice for fifteen days first.',
    answers: 'Answers and advice',
    proposed: 'Open',
    accepted: 'Accepted',
    introduced: 'Introduced',
    contracted: 'Contracted',
    declined: 'Declined',
    reason: 'Reason',
    count: 'Times',
    few: 'few',
    advice: 'Advice',
    noReason: 'Nobody declined.',
  },
);

/** Who made it, with which share, and who has signed. */
export function Shares({ achievement }: { readonly achievement: Schemas['FullAchievementView'] }) {
  const t = useWords(words);
  const rounds = api.useQuery('get', '/v1/share-agreements', { params: { query: { limit: 100 } } });
  return (
    <Section
      title={t.shares}
      actions={<Link to={`/workbench/achievements/${achievement.id}/shares`}>{t.propose}</Link>}
    >
      <ListTable
        caption={t.shares}
        rows={achievement.disclosure?.inventors ?? []}
        rowKey={({ name }) => name}
        empty={t.noInventor}
        columns={[
          { key: 'name', title: t.person, render: ({ name }) => name },
          {
            key: 'share',
            title: t.share,
            numeric: true,
            render: ({ shareBasisPoints }) => `${percentText(shareBasisPoints)}%`,
          },
        ]}
      />
      <h3>{t.rounds}</h3>
      <QueryView query={rounds}>
        {({ items }) => {
          const own = items.filter(({ achievementId }) => achievementId === achievement.id);
          if (own.length === 0) return <p>{t.noRound}</p>;
          return (
            <ul>
              {own.map(({ id, round, state, silent }) => (
                <li key={id}>
                  <Link to={`/workbench/share-agreements/${id}`}>{t.round(round)}</Link>{' '}
                  <StateTag codes={agreementState} value={state} />
                  {state === 'collecting' && t.waiting(silent.join('、'))}
                </li>
              ))}
            </ul>
          );
        }}
      </QueryView>
    </Section>
  );
}

/** The forms filed with the bureau for a number. */
export function Registrations({ achievementId }: { readonly achievementId: string }) {
  const t = useWords(words);
  const list = api.useQuery('get', '/v1/achievement-registrations', { params: { query: { limit: 100 } } });
  return (
    <Section title={t.registrations}>
      <QueryView query={list}>
        {({ items }) => {
          const own = items.filter((one) => one.achievementId === achievementId);
          if (own.length === 0) return <p className="empty">{t.noRegistration}</p>;
          return (
            <ul>
              {own.map(({ id, state, number, form }) => (
                <li key={id}>
                  <Link to={`/workbench/achievement-registrations/${id}`}>{number ?? form.title}</Link>{' '}
                  <StateTag codes={achievementRegistrationState} value={state} />
                </li>
              ))}
            </ul>
          );
        }}
      </QueryView>
    </Section>
  );
}

export function Listings({ achievementId }: { readonly achievementId: string }) {
  const t = useWords(words);
  const list = api.useQuery('get', '/v1/listings/mine', { params: { query: { limit: 100 } } });
  return (
    <Section title={t.listings}>
      <QueryView query={list}>
        {({ items }) => {
          const own = items.filter((one) => one.achievementId === achievementId);
          if (own.length === 0) return <p className="empty">{t.noListing}</p>;
          return (
            <ul>
              {own.map((one) => (
                <li key={one.id}>
                  <Link to={`/workbench/listings/${one.id}`}>
                    <Code codes={pricingMethod} value={one.pricingMethod} /> <Money value={one.price} />
                  </Link>{' '}
                  <StateTag codes={listingState} value={one.state} />
                </li>
              ))}
            </ul>
          );
        }}
      </QueryView>
    </Section>
  );
}

/** What the asked said, counted, and what to do about it. */
export function Feedback({ achievementId }: { readonly achievementId: string }) {
  const t = useWords(words);
  const path = { params: { path: { id: achievementId } } };
  const feedback = api.useQuery('get', '/v1/achievements/{id}/match-feedback', path);
  return (
    <Section title={t.answers}>
      <QueryView query={feedback}>
        {(shown) => (
          <>
            <Facts
              items={[
                [t.proposed, shown.proposed],
                [t.accepted, shown.accepted],
                [t.introduced, shown.introduced],
                [t.contracted, shown.contracted],
                [t.declined, shown.declined],
              ]}
            />
            <ListTable
              caption={t.reason}
              rows={shown.reasons}
              rowKey={({ reason }) => reason}
              empty={t.noReason}
              columns={[
                {
                  key: 'reason',
                  title: t.reason,
                  render: ({ reason }) => <Code codes={declineReason} value={reason} />,
                },
                { key: 'count', title: t.count, numeric: true, render: ({ count }) => count ?? t.few },
                { key: 'advice', title: t.advice, render: ({ advice }) => advice },
              ]}
            />
          </>
        )}
      </QueryView>
    </Section>
  );
}
