import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { areaLevel, promotedKind } from '../../text/codes/public.codes.ts';
import { codeText } from '../../text/codes/codes.ts';
import { useSettings } from '../../settings/settings.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code } from '../../ui/code.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useCountyName } from '../../ui/places.ts';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    list: '四区四带四园',
    layout: '布局',
    areas: '核心区与辐射区',
    tasks: '任务与目标',
    leads: '牵头',
    due: '完成时限',
    source: '出处',
    achievements: '本示范区的科技成果',
    demands: '本示范区的技术需求',
    more: '全部',
    noAchievement: '还没有标明用于本示范区的成果。',
    noDemand: '还没有标明用于本示范区的需求。',
    wholeCity: '全市',
  },
  {
    list: 'The twelve zones',
    layout: 'Layout',
    areas: 'Core and radiating areas',
    tasks: 'Tasks and targets',
    leads: 'Lead',
    due: 'Due',
    source: 'Source',
    achievements: 'Achievements for this zone',
    demands: 'Demands of this zone',
    more: 'All',
    noAchievement: 'No achievement names this zone yet.',
    noDemand: 'No demand names this zone yet.',
    wholeCity: 'The whole city',
  },
);

export function Component() {
  const t = useWords(words);
  const { language } = useSettings();
  const { code = '' } = useParams();
  const zone = api.useQuery('get', '/v1/zones/{code}', { params: { path: { code } } });
  return (
    <Page title={zone.data?.name ?? t.list} lead={zone.data?.industry} crumbs={[{ title: t.list, to: '/zones' }]}>
      <QueryView query={zone}>
        {(shown) => (
          <>
            <Section title={codeText(promotedKind, shown.promotedKind, language)}>
              <ul className="tags">
                {shown.promotedTechnologies.map((technology) => (
                  <li key={technology}>
                    <Link to={`/search?kind=achievements&q=${encodeURIComponent(technology)}`}>{technology}</Link>
                  </li>
                ))}
              </ul>
            </Section>
            <Hits title={t.demands} kind="demands" zone={code} empty={t.noDemand} />
            <Hits title={t.achievements} kind="achievements" zone={code} empty={t.noAchievement} />
            <Section title={t.layout}>
              <p className="prose">{shown.layout}</p>
              <h3>{t.areas}</h3>
              <Areas areas={shown.areas} />
              <p className="fine">
                {t.source}：{shown.source}
              </p>
            </Section>
            <Section title={t.tasks}>
              <ul className="hits">
                {shown.tasks.map((task) => (
                  <li key={task.code}>
                    <h3>{task.name}</h3>
                    <p className="prose">{task.goal}</p>
                    <p className="hit-line">
                      <span>
                        {t.leads}：{task.leads.join('、')}
                      </span>
                      <span>
                        {t.due}：{task.due.printed}
                      </span>
                      <span>{task.source}</span>
                    </p>
                  </li>
                ))}
              </ul>
            </Section>
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Areas({ areas }: { readonly areas: readonly Schemas['ZoneAreaView'][] }) {
  const t = useWords(words);
  const countyName = useCountyName();
  return (
    <ul>
      {areas.map((area, index) => (
        <li key={index}>
          <Code codes={areaLevel} value={area.level} />：
          {area.countyCode === '621000' ? t.wholeCity : countyName(area.countyCode)}
          {[area.township, area.village, area.place].filter(Boolean).join('')}
          {area.branch && `（${area.branch}）`}
        </li>
      ))}
    </ul>
  );
}

function Hits(props: {
  readonly title: string;
  readonly kind: 'achievements' | 'demands';
  readonly zone: string;
  readonly empty: string;
}) {
  const t = useWords(words);
  const query = { kind: props.kind, zone: props.zone, limit: 6 } as const;
  const hits = api.useQuery('get', '/v1/search', { params: { query } });
  return (
    <Section
      title={props.title}
      actions={
        <Link to={`/search?kind=${props.kind}&zone=${props.zone}`}>
          {t.more}
          <span className="visually-hidden">：{props.title}</span>
        </Link>
      }
    >
      <QueryView query={hits}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="empty">{props.empty}</p>
          ) : (
            <ul className="cards">
              {items.map(({ id, title, field }) => (
                <li key={id} className="card">
                  <h3>
                    <Link to={`/${props.kind}/${id}`}>{title}</Link>
                  </h3>
                  {field && <p className="fine">{field}</p>}
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Section>
  );
}
