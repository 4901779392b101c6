import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../text/words.ts';
import { Instant } from '../../ui/figures.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { FlowPanel } from './flow-panel.tsx';
import { hallWords } from './hall.words.ts';
import { IndicatorsPanel } from './indicators-panel.tsx';
import { useLiveHall } from './live-hall.ts';
import { Counts, EventsPanel, ZonesPanel } from './side-panels.tsx';
import { TradePanel } from './trade-panel.tsx';
import './hall.css';

/** The wall: no sign-in, nothing to scroll on a large screen, and never a figure without its day. */
export function Component() {
  const t = useWords(hallWords);
  const [paused, setPaused] = useState(false);
  const { picture, asOf, line, error, refetch } = useLiveHall(paused);
  useEffect(() => {
    document.title = t.title;
  }, [t]);
  return (
    <main className={line === 'live' ? 'hall' : 'hall still'} id="content">
      <header className="hall-head">
        <h1>{t.title}</h1>
        <p className={`hall-line ${line}`}>
          {asOf !== null && (
            <span>
              {t.asOf('')}
              <Instant value={asOf} />
            </span>
          )}{' '}
          <span role="status">{t.line[line]}</span>
        </p>
        <nav aria-label={t.title}>
          <button type="button" onClick={() => setPaused(!paused)}>
            {paused ? t.resume : t.pause}
          </button>
          <Link to="/hall/figures">{t.figures}</Link>
          <Link to="/">{t.home}</Link>
        </nav>
      </header>
      {picture ? (
        <>
          <Counts counts={picture.counts} />
          <TradePanel quarters={picture.quarters} today={picture.flow.to} />
          <FlowPanel flow={picture.flow} />
          <ZonesPanel zones={picture.zones} />
          <IndicatorsPanel indicators={picture.indicators} />
          <EventsPanel events={picture.events} />
        </>
      ) : error ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : (
        <p aria-busy="true">{t.line.opening}</p>
      )}
    </main>
  );
}
