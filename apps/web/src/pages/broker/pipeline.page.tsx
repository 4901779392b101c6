import './broker.css';
import { Button, Checkbox, Input } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Instant, Money } from '../../ui/figures.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { placeOf, usePipeline, type PipelineItem, type Stage } from './pipeline.ts';

const words = bilingual(
  {
    title: '撮合进度',
    lead: '本机构经手的每一件，到了哪一步。签约后的合同同时按登记另列一栏；金额为报价、合同额或计入奖补的基数。',
    workbench: '我的工作台',
    find: '按名称筛选',
    mine: '只看我经手的',
    stage: {
      match: '撮合待引荐',
      introduction: '已引荐',
      deal: '洽谈中',
      contract: '合同',
      registration: '已认定登记',
    } satisfies Record<Stage, string>,
    empty: {
      match: '没有待引荐的撮合。去「找撮合」看看。',
      introduction: '没有等候答复的引荐。',
      deal: '没有进行中的洽谈。',
      contract: '还没有签约。',
      registration: '还没有登记的合同。',
    } satisfies Record<Stage, string>,
    count: (count: number) => `${count} 件`,
    more: '再看一些',
    further: (count: number) => `另有 ${count} 件，请点「再看一些」。`,
  },
  {
    title: 'Pipeline',
    lead: 'Each thing your agency brokers, at its step. Signed contracts also stand as registrations; amounts are offers, contract values, or what counts for rewards.',
    workbench: 'Workbench',
    find: 'Filter by name',
    mine: 'Only mine',
    stage: {
      match: 'Matches to introduce',
      introduction: 'Introduced',
      deal: 'Negotiating',
      contract: 'Contracts',
      registration: 'Registered',
    },
    empty: {
      match: 'None. Look under “Find matches”.',
      introduction: 'None.',
      deal: 'None.',
      contract: 'None.',
      registration: 'None.',
    },
    count: (count) => `${count} in all`,
    more: 'Show more',
    further: (count) => `${count} more: press “Show more”.`,
  },
);

export function Component() {
  const t = useWords(words);
  const [params, setParams] = useSearchParams();
  const [find, mine] = [params.get('find') ?? '', params.get('mine') === '1'];
  const { items, totals } = usePipeline({ find: find.trim(), mine });
  const filter = (name: string, value: string): void => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace: true });
  };
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.workbench, to: '/workbench' }]}>
      <div className="form-foot">
        <label>
          {t.find} <Input value={find} allowClear onChange={({ target }) => filter('find', target.value)} />
        </label>
        <Checkbox checked={mine} onChange={({ target }) => filter('mine', target.checked ? '1' : '')}>
          {t.mine}
        </Checkbox>
      </div>
      <QueryView query={totals}>
        {(sums) => (
          <QueryView query={items}>
            {({ pages }) => (
              <>
                <div role="region" aria-label={t.title} tabIndex={0} className="pipeline">
                  {sums.items.map((total) => (
                    <Lane
                      key={total.stage}
                      total={total}
                      items={pages.flatMap((page) => page.items).filter(({ stage }) => stage === total.stage)}
                    />
                  ))}
                </div>
                {items.hasNextPage && (
                  <Button onClick={() => void items.fetchNextPage()} loading={items.isFetchingNextPage}>
                    {t.more}
                  </Button>
                )}
              </>
            )}
          </QueryView>
        )}
      </QueryView>
    </Page>
  );
}

function Lane(props: { readonly total: Schemas['PipelineTotalView']; readonly items: readonly PipelineItem[] }) {
  const t = useWords(words);
  const { stage, count, sum } = props.total;
  return (
    <section className="lane" aria-labelledby={`lane-${stage}`}>
      <h2 id={`lane-${stage}`}>{t.stage[stage]}</h2>
      <p>
        {t.count(count)}
        {sum && (
          <>
            ，<Money value={sum} />
          </>
        )}
      </p>
      {count === 0 ? (
        <p className="fine">{t.empty[stage]}</p>
      ) : (
        <ul>
          {props.items.map((item) => (
            <li key={item.id}>
              <Link to={placeOf(item)}>{item.title}</Link>
              <p className="fine">
                <Instant value={item.at} /> {item.amount && <Money value={item.amount} />}
              </p>
            </li>
          ))}
        </ul>
      )}
      {props.items.length < count && <p className="fine">{t.further(count - props.items.length)}</p>}
    </section>
  );
}
