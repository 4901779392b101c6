import { useEffect, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Instant } from '../../ui/figures.tsx';
import { countNames, countPages } from '../../ui/live-figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { FlowTable } from './flow-panel.tsx';
import { hallWords } from './hall.words.ts';
import { IndicatorTable } from './indicators-panel.tsx';
import { ZoneTable } from './side-panels.tsx';
import { QuarterTable } from './trade-panel.tsx';
import './figures.css';

const words = bilingual(
  {
    title: '展示大厅的数字与出处',
    lead: '大屏上的每个数字、它的截止日、算法与出处。',
    hall: '展示大厅',
  },
  {
    title: 'The hall’s figures and sources',
    lead: 'Each figure of the hall, its day, how it is counted, and where its rows are.',
    hall: 'Hall screen',
  },
);

export function Component() {
  const t = useWords(words);
  const query = api.useQuery('get', '/v1/hall', {});
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.hall, to: '/hall' }]}>
      <QueryView query={query}>{(hall) => <Figures hall={hall} />}</QueryView>
    </Page>
  );
}

function Figures({ hall }: { readonly hall: Schemas['HallView'] }) {
  const t = useWords(hallWords);
  const { hash } = useLocation();
  // The browser went to the anchor before the table was there.
  useEffect(() => document.getElementById(hash.slice(1))?.scrollIntoView(), [hash]);
  return (
    <>
      <p className="fine">
        {t.asOf('')}
        <Instant value={hall.asOf} />
      </p>
      <Section title={t.counts}>
        <ul className="cards">
          {countNames.map((name) => (
            <li key={name} className="card">
              <h3>
                <Link to={countPages[name]}>{t.countNames[name]}</Link>
              </h3>
              <p className="big figure">{hall.counts[name]}</p>
            </li>
          ))}
        </ul>
      </Section>
      <Table title={t.trade} note={t.tradeNote(hall.flow.to)}>
        <QuarterTable quarters={hall.quarters} />
      </Table>
      <Table title={t.flow} note={t.flowNote(hall.flow.from, hall.flow.to)}>
        <FlowTable flow={hall.flow} />
      </Table>
      <Table title={t.zones} note={t.zonesNote}>
        <ZoneTable zones={hall.zones} />
      </Table>
      <Table title={t.indicators} note={t.indicatorsNote}>
        <IndicatorTable indicators={hall.indicators} detailed />
      </Table>
    </>
  );
}

function Table(props: { readonly title: string; readonly note: string; readonly children: ReactNode }) {
  return (
    <Section title={props.title}>
      <p className="fine">{props.note}</p>
      <div className="table-frame hall-table" tabIndex={0} role="region" aria-label={props.title}>
        {props.children}
      </div>
    </Section>
  );
}
