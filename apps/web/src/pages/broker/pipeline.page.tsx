import './broker.css';
import { Checkbox, Input } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { bilingual, useWords } from '../../text/words.ts';
import { Day, Money } from '../../ui/figures.tsx';
import { Page } from '../../ui/page.tsx';
import { moneyOf, stages, sumOf, usePipeline, type Card, type Stage } from './pipeline.ts';

const words = bilingual(
  {
    title: '撮合进度',
    lead: '本机构经手的每一件，到了哪一步。签约后的合同同时按登记另列一栏；金额为报价、合同额或计入奖补的基数。',
    workbench: '我的工作台',
    find: '按名称筛选',
    mine: '只看我经手的',
    loading: '正在载入…',
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
    registration: (tail: string) => `登记 ${tail}`,
    newest: '各栏按最近 100 件统计。',
  },
  {
    title: 'Pipeline',
    lead: 'Each thing your agency brokers, at its step. Signed contracts also stand as registrations; amounts are offers, contract values, or what counts for rewards.',
    workbench: 'Workbench',
    find: 'Filter by name',
    mine: 'Only mine',
    loading: 'Loading…',
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
    registration: (tail) => `Registration ${tail}`,
    newest: 'Of the newest 100 each.',
  },
);

export function Component() {
  const t = useWords(words);
  const [params, setParams] = useSearchParams();
  const all = usePipeline();
  const [find, mine] = [params.get('find') ?? '', params.get('mine') === '1'];
  const filter = (name: string, value: string): void => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace: true });
  };
  const wanted = (card: Card): boolean => card.title.includes(find.trim()) && (!mine || card.mine);
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.workbench, to: '/workbench' }]}>
      <div className="form-foot">
        <label>
          {t.find} <Input value={find} allowClear onChange={({ target }) => filter('find', target.value)} />
        </label>
        <Checkbox checked={mine} onChange={({ target }) => filter('mine', target.checked ? '1' : '')}>
          {t.mine}
        </Checkbox>
        <span className="fine">{t.newest}</span>
      </div>
      {all === null ? (
        <p aria-busy="true" role="status">
          {t.loading}
        </p>
      ) : (
        <div className="board">
          {stages.map((stage) => (
            <Lane key={stage} stage={stage} cards={all[stage].filter(wanted)} />
          ))}
        </div>
      )}
    </Page>
  );
}

function Lane({ stage, cards }: { readonly stage: Stage; readonly cards: readonly Card[] }) {
  const t = useWords(words);
  const sum = sumOf(cards);
  return (
    <section className="lane" aria-labelledby={`lane-${stage}`}>
      <h2 id={`lane-${stage}`}>{t.stage[stage]}</h2>
      <p>
        {t.count(cards.length)}
        {sum && (
          <>
            ，<Money value={sum} />
          </>
        )}
      </p>
      {cards.length === 0 ? (
        <p className="fine">{t.empty[stage]}</p>
      ) : (
        <ul>
          {cards.map((card) => (
            <li key={card.id}>
              <Link to={card.to}>{stage === 'registration' ? t.registration(card.title) : card.title}</Link>
              <p className="fine">
                <Day value={card.at.slice(0, 10)} /> {card.fen !== null && <Money value={moneyOf(card.fen)} />}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
