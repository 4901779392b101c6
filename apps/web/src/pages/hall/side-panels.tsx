import { Link } from 'react-router';
import type { Schemas } from '../../api/client.ts';
import { codeText } from '../../text/codes/codes.ts';
import { contractType } from '../../text/codes/registration.codes.ts';
import { useWords } from '../../text/words.ts';
import { useSettings } from '../../settings/settings.ts';
import { Instant } from '../../ui/figures.tsx';
import { countNames, countPages } from '../../ui/live-figures.tsx';
import { hallWords } from './hall.words.ts';
import { Panel } from './panel.tsx';

type Hall = Schemas['HallView'];

export function Counts({ counts }: { readonly counts: Hall['counts'] }) {
  const t = useWords(hallWords);
  return (
    <section className="hall-counts" aria-labelledby="hall-counts">
      <h2 id="hall-counts" className="visually-hidden">
        {t.counts}
      </h2>
      <ul>
        {countNames.map((name) => (
          <li key={name}>
            <Link to={countPages[name]}>
              <strong className="figure">{counts[name]}</strong>
              <span>{t.countNames[name]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function ZonesPanel({ zones }: { readonly zones: Hall['zones'] }) {
  const t = useWords(hallWords);
  const most = Math.max(1, ...zones.map(({ demands, achievements }) => Math.max(demands, achievements)));
  return (
    <Panel area="zones" title={t.zones} note={t.zonesNote} table={<ZoneTable zones={zones} />}>
      <ul className="zone-list">
        {zones.map(({ code, industry, demands, achievements }) => (
          <li key={code}>
            <Link to={`/zones/${code}`}>{industry}</Link>
            <span className="bars" aria-hidden="true">
              <span className="demand" style={{ inlineSize: `${(demands / most) * 100}%` }} />
              <span className="achievement" style={{ inlineSize: `${(achievements / most) * 100}%` }} />
            </span>
            <span className="figure">
              {t.demands} {demands} · {t.achievements} {achievements}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function ZoneTable({ zones }: { readonly zones: Hall['zones'] }) {
  const t = useWords(hallWords);
  return (
    <table>
      <caption className="visually-hidden">{t.zones}</caption>
      <thead>
        <tr>
          <th scope="col">{t.zone}</th>
          <th scope="col">{t.demands}</th>
          <th scope="col">{t.achievements}</th>
        </tr>
      </thead>
      <tbody>
        {zones.map(({ code, name, demands, achievements }) => (
          <tr key={code}>
            <th scope="row">
              <Link to={`/zones/${code}`}>{name}</Link>
            </th>
            <td>
              <Link to={`/search?kind=demands&zone=${code}`} aria-label={`${name} ${t.demands} ${demands}`}>
                {demands}
              </Link>
            </td>
            <td>
              <Link
                to={`/search?kind=achievements&zone=${code}`}
                aria-label={`${name} ${t.achievements} ${achievements}`}
              >
                {achievements}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type HallEvent = Hall['events'][number];

export function EventsPanel({ events }: { readonly events: readonly HallEvent[] }) {
  const t = useWords(hallWords);
  return (
    <Panel area="events" title={t.events} note={t.eventsNote}>
      {events.length === 0 && <p>{t.noEvents}</p>}
      <ul className="event-list">
        {events.map((event) => (
          <li key={`${event.kind} ${event.subjectId ?? event.at}`}>
            <span className="kind">{t.eventNames[event.kind]}</span> <EventSubject event={event} />
            <span className="moment">
              <Instant value={event.at} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const pages: Readonly<Record<HallEvent['kind'], string>> = {
  demandPublished: '/demands/',
  achievementPublished: '/achievements/',
  listed: '/achievements/',
  noticePosted: '/public-notices/',
  contractRegistered: '/certificates',
};

function EventSubject({ event: { kind, subjectId, title, contractType: type } }: { readonly event: HallEvent }) {
  const t = useWords(hallWords);
  const { language } = useSettings();
  if (subjectId === null) return <>{t.registered(type === null ? '' : codeText(contractType, type, language))}</>;
  return <Link to={`${pages[kind]}${subjectId}`}>{title}</Link>;
}
