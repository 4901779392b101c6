import { useState } from 'react';
import { Alert, Button, Form, Input } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Instant } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    title: '演示时钟',
    lead: '把整个市场的时间向前拨，看公示期满、期限提醒、夜间任务怎样自动办理。只能向前，不能拨回。',
    workbench: '我的工作台',
    notDemo: '这里不是演示市场',
    notDemoNext: '演示时钟只在演示模式下有；正式市场一律使用真实时间。',
    now: '市场现在的时间',
    time: '时刻（北京时间）',
    date: '法律上的今天',
    quick: '向前拨',
    days: (count: number) => `${count} 天`,
    other: '拨到某一天',
    daysLabel: '向前几天',
    daysWrong: '请填 1 至 400 的整数。',
    move: '拨动',
    moved: '已拨动。约半秒后各处跟上；拨得远的，可能需要重新登录。',
  },
  {
    title: 'Demo clock',
    lead: 'Moves the whole market’s time forward, to see notices end and terms run out. Forward only.',
    workbench: 'Workbench',
    notDemo: 'This is no demo market',
    notDemoNext: 'Only a demo has this clock; a real market runs on real time.',
    now: 'The market’s time',
    time: 'Instant (Beijing)',
    date: 'Today, in law',
    quick: 'Move forward by',
    days: (count) => `${count} days`,
    other: 'By another number of days',
    daysLabel: 'Days',
    daysWrong: 'A whole number from 1 to 400.',
    move: 'Move',
    moved: 'Moved. Everything follows in half a second; after a long jump you may have to sign in again.',
  },
);

/** 7 days of a notice, 15 of price negotiation, a month, a year. */
const jumps = [1, 7, 15, 30, 365];

export function Component() {
  const t = useWords(words);
  const clock = api.useQuery('get', '/v1/sandbox/clock', {}, { retry: false, refetchInterval: 15_000 });
  const absent = clock.error instanceof ApiProblem && clock.error.problem.status === 404;
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.workbench, to: '/workbench' }]}>
      {absent ? (
        <Alert type="info" showIcon role="status" title={t.notDemo} description={t.notDemoNext} />
      ) : (
        <QueryView query={clock}>{(shown) => <Clock shown={shown} />}</QueryView>
      )}
    </Page>
  );
}

function Clock({ shown }: { readonly shown: Schemas['ClockView'] }) {
  const t = useWords(words);
  const done = useDone();
  const [failure, setFailure] = useState<unknown>(null);
  const move = api.useMutation('post', '/v1/sandbox/clock');
  const advance = (advanceDays: number): Promise<void> => done(move.mutateAsync({ body: { advanceDays } }), t.moved);
  return (
    <>
      <Section title={t.now}>
        <Facts
          items={[
            [t.time, <Instant key="now" value={shown.now} />],
            [t.date, <Day key="date" value={shown.date} />],
          ]}
        />
      </Section>
      <Section title={t.quick}>
        {failure !== null && <ProblemNotice error={failure} />}
        <div className="kinds">
          {jumps.map((days) => (
            <Button
              key={days}
              disabled={move.isPending}
              onClick={() => {
                setFailure(null);
                advance(days).catch(setFailure);
              }}
            >
              {t.days(days)}
            </Button>
          ))}
        </div>
        <h3>{t.other}</h3>
        <ApiForm<{ advanceDays: string }> submit={t.move} onSubmit={({ advanceDays }) => advance(Number(advanceDays))}>
          <Form.Item
            name="advanceDays"
            label={t.daysLabel}
            rules={[{ required: true, pattern: /^([1-9]\d?|[1-3]\d\d|400)$/, message: t.daysWrong }]}
          >
            <Input inputMode="numeric" maxLength={3} />
          </Form.Item>
        </ApiForm>
      </Section>
    </>
  );
}
