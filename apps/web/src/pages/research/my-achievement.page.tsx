import { Alert } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { achievementKind, achievementState, farmStage, transferMode } from '../../text/codes/market.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Instant, Money } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { AchievementActions } from './achievement-actions.tsx';
import './research.css';
import { AchievementMatches } from '../trade/achievement-matches.tsx';
import { Feedback, Listings, Registrations, Shares } from './achievement-parts.tsx';

type Achievement = Schemas['FullAchievementView'];

const words = bilingual(
  {
    mine: '本单位的科技成果',
    saved: '成果已保存',
    number: '编号',
    next: {
      disclosed: '下一步：发起份额约定，请各完成人签署；入库以后可以发布和挂牌。',
      collected: '下一步：核对内容，入库后发布。',
      registered: '下一步：发布让市场看到并撮合，或挂牌出让。',
      published: '已公开并参与撮合。有意出让的，可以挂牌。',
      withdrawn: '已撤回，不再公开。公开过的可以重新发布。',
      transferred: '已转化。可以起草奖酬方案，分给完成人。',
    },
    facts: '成果',
    state: '状态',
    kind: '成果类型',
    registration: '成果登记号',
    none: '尚未编发',
    field: '技术领域',
    keywords: '关键词',
    readiness: '声明的成熟度',
    proven: '已证明的成熟度',
    unproven: '还没有证明',
    until: '有效至',
    farm: '农业阶段',
    modes: '转化方式',
    price: '意向价',
    negotiable: '面议',
    published: '发布时间',
    detail: '详细说明（仅内部可见）',
    contact: '联系方式',
    secret: '涉密',
    public: '公众看到的页面',
  },
  {
    mine: 'Our achievements',
    saved: 'The achievement is saved',
    number: 'Number',
    next: {
      disclosed: 'Next: propose shares for the inventors to sign; enter it into the library, then publish or list.',
      collected: 'Next: check it, enter it, publish it.',
      registered: 'Next: publish it, or list it for sale.',
      published: 'Public and matched. List it to sell it.',
      withdrawn: 'Withdrawn. What was public can be published again.',
      transferred: 'Transferred. Draft a reward plan for the inventors.',
    },
    facts: 'Achievement',
    state: 'State',
    kind: 'Type',
    registration: 'Registration number',
    none: 'not issued yet',
    field: 'Field',
    keywords: 'Keywords',
    readiness: 'Readiness as claimed',
    proven: 'Readiness as proven',
    unproven: 'not proven yet',
    until: 'until',
    farm: 'Farm stage',
    modes: 'Ways of transfer',
    price: 'Asking price',
    negotiable: 'Negotiable',
    published: 'Published',
    detail: 'Details (internal)',
    contact: 'Contact',
    secret: 'Classified',
    public: 'The public page',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const achievement = api.useQuery('get', '/v1/achievements/{id}', { params: { path: { id } } });
  return (
    <Page
      title={achievement.data?.title ?? t.facts}
      crumbs={[{ title: t.mine, to: '/workbench/achievements' }]}
      actions={achievement.data?.state === 'published' && <Link to={`/achievements/${id}`}>{t.public}</Link>}
    >
      {params.get('new') === '1' && achievement.data?.state === 'disclosed' && (
        <Alert type="success" showIcon role="status" title={t.saved} description={`${t.number} ${id}`} />
      )}
      <QueryView query={achievement}>
        {(shown) => (
          <>
            <Section title={t.facts}>
              <p>{t.next[shown.state]}</p>
              <AchievementActions achievement={shown} />
              <Overview achievement={shown} />
            </Section>
            <Shares achievement={shown} />
            <Registrations achievementId={id} />
            <Listings achievementId={id} />
            <Feedback achievementId={id} />
            {shown.state === 'published' && <AchievementMatches achievementId={id} />}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Overview({ achievement: shown }: { readonly achievement: Achievement }) {
  const t = useWords(words);
  return (
    <>
      <Facts
        items={[
          [t.state, <StateTag key="state" codes={achievementState} value={shown.state} />],
          [t.kind, <Code key="kind" codes={achievementKind} value={shown.kind} />],
          [t.registration, shown.registrationNumber ?? t.none],
          [t.field, shown.field],
          [t.keywords, shown.keywords.join('、')],
          [t.readiness, shown.readinessLevel && `TRL ${shown.readinessLevel}`],
          [t.proven, <Proven key="proven" achievementId={shown.id} />],
          [t.farm, <Code key="farm" codes={farmStage} value={shown.farmStage} />],
          [
            t.modes,
            shown.transferModes.map((mode) => (
              <span key={mode}>
                <Code codes={transferMode} value={mode} />{' '}
              </span>
            )),
          ],
          [t.price, shown.price ? <Money key="price" value={shown.price} /> : t.negotiable],
          [t.published, <Instant key="published" value={shown.publishedAt} />],
          [t.contact, shown.disclosure?.contact],
        ]}
      />
      <p className="prose">{shown.summary}</p>
      {shown.disclosure?.secret && <p>{t.secret}</p>}
      {shown.disclosure?.detail && (
        <>
          <h3>{t.detail}</h3>
          <p className="prose">{shown.disclosure.detail}</p>
        </>
      )}
    </>
  );
}

function Proven({ achievementId }: { readonly achievementId: string }) {
  const t = useWords(words);
  const { data } = api.useQuery('get', '/v1/achievements/{id}/readiness', {
    params: { path: { id: achievementId } },
  });
  if (!data?.currentLevel) return <span className="none">{t.unproven}</span>;
  const until = data.levels.find(({ level }) => level === data.currentLevel)?.provenUntil;
  return (
    <>
      TRL {data.currentLevel}
      {until && (
        <>
          （{t.until} <Day value={until} />）
        </>
      )}
    </>
  );
}
