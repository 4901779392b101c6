import { useParams } from 'react-router';
import { api } from '../../api/client.ts';
import { eventState } from '../../text/codes/offer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Instant } from '../../ui/figures.tsx';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useCountyName } from '../../ui/places.ts';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    list: '对接会',
    about: '简介',
    facts: '时间和地点',
    state: '状态',
    by: '主办单位',
    day: '举行日期',
    starts: '第一场开始',
    slots: '场次',
    slotsText: (slots: number, minutes: number) => `${slots} 场，每场 ${minutes} 分钟`,
    rooms: '洽谈间',
    county: '县区',
    venue: '地点',
    reason: '取消的理由',
    how: '怎样参加',
    steps: [
      '登录本单位账号；还没有账号的，先注册单位并等待核验。',
      '发布需求或成果：系统按撮合结果安排洽谈时段。',
      '报名截止前报名，收到时段后按时到场；不能到的，请提前取消，把时段让给别人。',
    ],
  },
  {
    list: 'Matchmaking events',
    about: 'About',
    facts: 'Time and place',
    state: 'State',
    by: 'Host',
    day: 'Held on',
    starts: 'First slot',
    slots: 'Slots',
    slotsText: (slots, minutes) => `${slots} of ${minutes} minutes`,
    rooms: 'Rooms',
    county: 'County',
    venue: 'Venue',
    reason: 'Why it was cancelled',
    how: 'How to take part',
    steps: [
      'Sign in; sign up your organization first if it has no account.',
      'Post a demand or an achievement: times are planned from the matches.',
      'Register before it closes; cancel early if you cannot come.',
    ],
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const countyName = useCountyName();
  const event = api.useQuery('get', '/v1/matchmaking-events/{id}', { params: { path: { id } } });
  return (
    <Page title={event.data?.title ?? t.list} crumbs={[{ title: t.list, to: '/events' }]}>
      <QueryView query={event}>
        {(shown) => (
          <>
            <Section title={t.about}>
              <p className="prose">{shown.introduction}</p>
            </Section>
            <Section title={t.facts}>
              <Facts
                items={[
                  [t.state, <StateTag key="state" codes={eventState} value={shown.state} />],
                  ...(shown.stateReason ? [[t.reason, shown.stateReason] as const] : []),
                  [t.by, <OrganizationName key="by" id={shown.organizationId} />],
                  [t.day, <Day key="day" value={shown.heldOn} />],
                  [t.starts, <Instant key="starts" value={shown.startsAt} />],
                  [t.slots, t.slotsText(shown.slots, shown.slotMinutes)],
                  [t.rooms, shown.rooms],
                  [t.county, countyName(shown.countyCode)],
                  [t.venue, shown.venue],
                ]}
              />
            </Section>
            {shown.state === 'open' && (
              <Section title={t.how}>
                <ol>
                  {t.steps.map((step) => (
                    <li key={step}>{step}</li>
                  ))}
                </ol>
              </Section>
            )}
          </>
        )}
      </QueryView>
    </Page>
  );
}
