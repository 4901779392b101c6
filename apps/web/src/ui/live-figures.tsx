import { Link } from 'react-router';
import { api, type Schemas } from '../api/client.ts';
import { bilingual, useWords } from '../text/words.ts';
import { Instant } from './figures.tsx';
import { QueryView } from './query-view.tsx';

type Counts = Schemas['HallView']['counts'];

const words = bilingual(
  {
    asOf: '数据截至',
    hall: '看展示大厅',
    names: {
      demands: '在架需求',
      achievements: '已发布成果',
      listings: '在挂牌',
      notices: '公示中',
      organizations: '已核验单位',
      certificates: '有效登记证明',
    } satisfies Record<keyof Counts, string>,
  },
  {
    asOf: 'Data as of',
    hall: 'See the hall',
    names: {
      demands: 'Demands',
      achievements: 'Achievements',
      listings: 'Listed',
      notices: 'Public notices',
      organizations: 'Verified units',
      certificates: 'Valid registrations',
    },
  },
);

/** Where each count's rows are. */
export const countPages = {
  demands: '/demands',
  achievements: '/achievements',
  listings: '/search?kind=listings',
  notices: '/public-notices',
  organizations: '/search?kind=institutions',
  certificates: '/certificates',
} as const satisfies Record<keyof Counts, string>;
export const countNames = Object.keys(countPages) as (keyof Counts)[];

const refreshMs = 60_000;

/** How much there is in the market at this moment; asked again once a minute while the page is looked at. */
export function LiveFigures() {
  const t = useWords(words);
  const query = api.useQuery('get', '/v1/hall', {}, { refetchInterval: refreshMs });
  return (
    <QueryView query={query}>
      {({ counts, asOf }) => (
        <>
          <ul className="cards">
            {countNames.map((name) => (
              <li key={name} className="card">
                <h3>
                  <Link to={countPages[name]}>{t.names[name]}</Link>
                </h3>
                <p className="big figure">{counts[name]}</p>
              </li>
            ))}
          </ul>
          <p className="fine">
            {t.asOf} <Instant value={asOf} /> · <Link to="/hall">{t.hall}</Link>
          </p>
        </>
      )}
    </QueryView>
  );
}
