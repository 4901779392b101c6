import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { zoneKind } from '../../text/codes/public.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code } from '../../ui/code.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    title: '四区四带四园',
    lead: '方案布局的十二个科技成果转移转化示范区，各有主推技术和目标任务。',
    technologies: (count: number) => `主推 ${count} 项`,
  },
  {
    title: 'The twelve zones',
    lead: 'Four areas, four belts and four parks of the city’s plan, each with its technologies and tasks.',
    technologies: (count) => `${count} promoted`,
  },
);

const kinds = ['area', 'belt', 'park'] as const;

export function Component() {
  const t = useWords(words);
  const zones = api.useQuery('get', '/v1/zones', {});
  return (
    <Page title={t.title} lead={t.lead}>
      <QueryView query={zones}>
        {({ items }) => (
          <>
            {kinds.map((kind) => (
              <ZoneGroup key={kind} kind={kind} zones={items.filter((zone) => zone.kind === kind)} />
            ))}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function ZoneGroup(props: { readonly kind: (typeof kinds)[number]; readonly zones: readonly Schemas['ZoneView'][] }) {
  const t = useWords(words);
  return (
    <section className="section">
      <h2>
        <Code codes={zoneKind} value={props.kind} />
      </h2>
      <ul className="cards">
        {props.zones.map(({ code, name, industry, promotedTechnologies }) => (
          <li key={code} className="card">
            <h3>
              <Link to={`/zones/${code}`}>{name}</Link>
            </h3>
            <p className="fine">
              {industry} · {t.technologies(promotedTechnologies.length)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
