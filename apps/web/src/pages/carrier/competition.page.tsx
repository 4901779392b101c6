import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { competitionStage, entryState } from '../../text/codes/carrier.codes.ts';
import { competitionState } from '../../text/codes/offer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { StateTag, useChoices } from '../../ui/code.tsx';
import { Decision } from '../../ui/decision.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day } from '../../ui/figures.tsx';
import { ListTable, type Column } from '../../ui/list-table.tsx';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { TextRow } from '../../ui/rows.tsx';
import { PersonName } from '../bureau/party-name.tsx';
import { decimals } from '../bureau/decimals.ts';

type Competition = Schemas['CompetitionView'];

const words = bilingual(
  {
    list: '大赛',
    about: '规则与进度',
    state: '状态',
    until: '报名截止',
    hash: '规则摘要（SHA-256）',
    public: '看公开页面',
    steps: {
      open: '公布规则并开始报名',
      close: '截止报名，分派初评',
      shortlist: '按初评确定入围',
      final: '分派终评',
      rank: '终评排名',
      notice: '公示获奖名单',
    },
    stepped: '已办理。',
    appoint: '指定评委',
    personId: '评委的人员编号',
    appointed: '已指定。',
    stop: '终止大赛',
    stopped: '已终止。',
    tie: '裁定并列',
    order: '由先到后的作品编号（用顿号分开）',
    minutes: '裁定纪要',
    tied: '已裁定。',
    entries: '报名作品',
    unit: '参赛单位',
    title: '作品',
    track: '赛道',
    code: '匿名代号',
    act: '办理',
    noEntry: '还没有报名。',
    check: '审核资格',
    accept: '通过',
    refuse: '不通过',
    checked: '已审核。',
    results: '排名与评委一致性',
    noResult: '初评结束后显示排名。',
    place: '名次',
    sheets: '评分表',
    prize: '奖项',
    judges: '评委一致性',
    judge: '评委',
    lenience: '与他人平均差（分）',
    drift: '后半程与前半程之差（分）',
    flags: '提示',
    noFlag: '无',
    noJudge: '还没有评分。',
    openTie: (ids: string) => `待裁定的并列作品：${ids}`,
  },
  {
    list: 'Competitions',
    about: 'Rules and progress',
    state: 'State',
    until: 'Enter by',
    hash: 'Hash of the rules (SHA-256)',
    public: 'Public page',
    steps: {
      open: 'Publish the rules and open entries',
      close: 'Close entries, assign judges',
      shortlist: 'Shortlist',
      final: 'Assign the final',
      rank: 'Rank',
      notice: 'Publicize the winners',
    },
    stepped: 'Done.',
    appoint: 'Appoint a judge',
    personId: 'Number of the person',
    appointed: 'Appointed.',
    stop: 'Stop the competition',
    stopped: 'Stopped.',
    tie: 'Decide the tie',
    order: 'Numbers of the entries, first to last (separated by commas)',
    minutes: 'Minutes',
    tied: 'Decided.',
    entries: 'Entries',
    unit: 'By',
    title: 'Entry',
    track: 'Track',
    code: 'Code',
    act: 'Act',
    noEntry: 'None yet.',
    check: 'Check',
    accept: 'Accept',
    refuse: 'Refuse',
    checked: 'Checked.',
    results: 'Ranking and consistency of judges',
    noResult: 'Shown after the preliminary.',
    place: 'Place',
    sheets: 'Sheets',
    prize: 'Prize',
    judges: 'Consistency',
    judge: 'Judge',
    lenience: 'Mean difference to others (points)',
    drift: 'Second half against first (points)',
    flags: 'Remarks',
    noFlag: 'None',
    noJudge: 'No sheet yet.',
    openTie: (ids) => `Entries of the open tie: ${ids}`,
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const competition = api.useQuery('get', '/v1/competitions/{id}', { params: { path: { id } } });
  return (
    <Page title={competition.data?.title ?? t.list} crumbs={[{ title: t.list, to: '/workbench/competitions' }]}>
      <QueryView query={competition}>
        {(shown) => (
          <>
            <Section title={t.about} actions={<StateTag codes={competitionState} value={shown.state} />}>
              <Facts
                items={[
                  [t.until, <Day key="until" value={shown.entriesUntil} />],
                  [t.hash, shown.rulesHash],
                ]}
              />
              <p className="fine">{shown.rules.rule}</p>
              {shown.state !== 'draft' && <Link to={`/competitions/${id}`}>{t.public}</Link>}
              <Steps competition={shown} />
            </Section>
            <Entries id={id} />
            {shown.state !== 'draft' && shown.state !== 'open' && <Results id={id} />}
          </>
        )}
      </QueryView>
    </Page>
  );
}

/** The one step that a state waits for. */
const nextStep = {
  draft: 'open',
  open: 'close',
  preliminary: 'shortlist',
  shortlisted: 'final',
  final: 'rank',
  ranked: 'notice',
} as const satisfies Partial<Record<Competition['state'], string>>;

function Steps({ competition }: { readonly competition: Competition }) {
  const t = useWords(words);
  const done = useDone();
  const { id, state } = competition;
  const params = { path: { id } };
  const acts = {
    open: api.useMutation('post', '/v1/competitions/{id}/opening'),
    close: api.useMutation('post', '/v1/competitions/{id}/preliminary'),
    shortlist: api.useMutation('post', '/v1/competitions/{id}/shortlist'),
    final: api.useMutation('post', '/v1/competitions/{id}/final'),
    rank: api.useMutation('post', '/v1/competitions/{id}/ranking'),
    notice: api.useMutation('post', '/v1/competitions/{id}/notice'),
  };
  const stop = api.useMutation('post', '/v1/competitions/{id}/void');
  const appoint = api.useMutation('post', '/v1/competitions/{id}/judges');
  const step = (nextStep as Partial<Record<Competition['state'], keyof typeof acts>>)[state];
  const going = state !== 'concluded' && state !== 'void';
  return (
    <div className="form-foot">
      {step && (
        <DialogForm
          button={t.steps[step]}
          title={t.steps[step]}
          primary
          onSubmit={() => done(acts[step].mutateAsync({ params }), t.stepped)}
        />
      )}
      {(state === 'open' || state === 'draft') && (
        <DialogForm<Schemas['AppointCompetitionJudgeDto']>
          button={t.appoint}
          title={t.appoint}
          onSubmit={(body) => done(appoint.mutateAsync({ params, body }), t.appointed)}
        >
          <TextRow name="personId" label={t.personId} max={36} />
        </DialogForm>
      )}
      {state === 'tied' && <Tie id={id} />}
      {going && (
        <Decision button={t.stop} max={1000} onSubmit={(body) => done(stop.mutateAsync({ params, body }), t.stopped)} />
      )}
    </div>
  );
}

function Tie({ id }: { readonly id: string }) {
  const t = useWords(words);
  const done = useDone();
  const decide = api.useMutation('post', '/v1/competitions/{id}/tie-decision');
  return (
    <DialogForm<{ order: string; minutes: string }>
      button={t.tie}
      title={t.tie}
      primary
      onSubmit={({ order, minutes }) => {
        const ids = order.split(/[、,，\s]+/).filter((one) => one !== '');
        return done(decide.mutateAsync({ params: { path: { id } }, body: { order: ids, minutes } }), t.tied);
      }}
    >
      <TextRow name="order" label={t.order} max={4000} rows={3} />
      <TextRow name="minutes" label={t.minutes} min={10} max={2000} rows={3} />
    </DialogForm>
  );
}

function Entries({ id }: { readonly id: string }) {
  const t = useWords(words);
  const query = api.useInfiniteQuery(
    'get',
    '/v1/competitions/{id}/entries',
    { params: { path: { id }, query: { limit: 20 } } },
    byCursor,
  );
  const columns: Column<Schemas['CompetitionEntryView']>[] = [
    { key: 'title', title: t.title, render: ({ title }) => title },
    { key: 'unit', title: t.unit, render: ({ organizationId }) => <OrganizationName id={organizationId} /> },
    { key: 'track', title: t.track, render: ({ track }) => track },
    { key: 'code', title: t.code, render: ({ code }) => code ?? '—' },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={entryState} value={state} /> },
    { key: 'act', title: t.act, render: (entry) => (entry.state === 'submitted' ? <Check entry={entry} /> : '—') },
  ];
  return (
    <Section title={t.entries}>
      <PagedTable caption={t.entries} query={query} columns={columns} empty={t.noEntry} />
    </Section>
  );
}

function Check({ entry }: { readonly entry: Schemas['CompetitionEntryView'] }) {
  const t = useWords(words);
  const done = useDone();
  const check = api.useMutation('post', '/v1/competition-entries/{id}/check');
  return (
    <Decision
      button={t.check}
      about={entry.title}
      max={1000}
      outcome={{
        name: 'decision',
        options: [
          { value: 'accept', label: t.accept },
          { value: 'refuse', label: t.refuse },
        ],
      }}
      onSubmit={(body) => done(check.mutateAsync({ params: { path: { id: entry.id } }, body }), t.checked)}
    />
  );
}

/** Drift of a judge is shown to whoever organizes; it changes no score. */
function Results({ id }: { readonly id: string }) {
  const t = useWords(words);
  const stages = useChoices(competitionStage);
  const results = api.useQuery('get', '/v1/competitions/{id}/results', { params: { path: { id } } });
  const points = (hundredths: number | null): string => (hundredths === null ? '—' : decimals(hundredths / 100, 2));
  return (
    <Section title={t.results}>
      <QueryView query={results}>
        {(shown) => (
          <>
            <p className="fine">{shown.judgeNote}</p>
            {shown.stages.length === 0 && <p className="empty">{t.noResult}</p>}
            {shown.stages.map(({ stage, ranked, judges, openTie }) => {
              const name = stages.find(({ value }) => value === stage)?.label ?? stage;
              return (
                <div key={stage}>
                  <h3>{name}</h3>
                  {openTie.length > 0 && <p>{t.openTie(openTie.join('、'))}</p>}
                  <ListTable
                    caption={`${name} ${t.place}`}
                    rows={ranked}
                    rowKey={({ entryId }) => entryId}
                    empty={t.noResult}
                    columns={[
                      { key: 'place', title: t.place, numeric: true, render: ({ place }) => place },
                      { key: 'code', title: t.code, render: ({ code }) => code },
                      { key: 'track', title: t.track, render: ({ track }) => track },
                      { key: 'sheets', title: t.sheets, numeric: true, render: ({ sheets }) => sheets },
                      { key: 'prize', title: t.prize, render: ({ prize }) => prize ?? '—' },
                    ]}
                  />
                  <ListTable
                    caption={`${name} ${t.judges}`}
                    rows={judges}
                    rowKey={({ personId }) => personId}
                    empty={t.noJudge}
                    columns={[
                      { key: 'judge', title: t.judge, render: ({ personId }) => <PersonName id={personId} /> },
                      { key: 'sheets', title: t.sheets, numeric: true, render: ({ sheets }) => sheets },
                      { key: 'lenience', title: t.lenience, numeric: true, render: (row) => points(row.lenience) },
                      { key: 'drift', title: t.drift, numeric: true, render: (row) => points(row.drift) },
                      { key: 'flags', title: t.flags, render: ({ flags }) => flags.join('、') || t.noFlag },
                    ]}
                  />
                </div>
              );
            })}
          </>
        )}
      </QueryView>
    </Section>
  );
}
