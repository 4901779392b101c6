import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import { competitionState } from '../../text/codes/offer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { StateTag } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day } from '../../ui/figures.tsx';
import { ListTable, type Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { DayRow, FlagRow, SelectRow, TextRow } from '../../ui/rows.tsx';

const words = bilingual(
  {
    list: '创新创业大赛',
    about: '说明',
    state: '状态',
    by: '组织单位',
    until: '报名截止',
    rules: '规则',
    tracks: '赛道',
    judges: '每件作品评委数',
    finalists: '每个赛道入围',
    method: '排名规则',
    age: '企业成立不超过',
    months: (months: number) => `${months} 个月`,
    where: '参赛范围',
    local: '庆阳市注册的单位',
    anywhere: '不限地区',
    hash: '规则摘要（SHA-256）',
    criteria: '评分标准',
    criterion: '标准',
    weight: '权重',
    prizes: '奖项',
    noPrizes: '没有设奖项。',
    count: (count: number) => `${count} 名`,
    notice: '查看公示',
    enter: '报名参赛',
    track: '赛道',
    entryTitle: '作品名称（不写单位名称）',
    summary: '作品简介（不写单位名称）',
    foundedOn: '企业成立日',
    consent: '同意按公布的规则参赛、匿名评审，并在获奖时公示名称',
    entered: '已报名，等组织单位审核。',
    desk: '评审席（评委）',
  },
  {
    list: 'Competitions',
    about: 'About',
    state: 'State',
    by: 'Organizer',
    until: 'Enter by',
    rules: 'Rules',
    tracks: 'Tracks',
    judges: 'Judges per entry',
    finalists: 'Finalists per track',
    method: 'Ranking',
    age: 'Company no older than',
    months: (months) => `${months} months`,
    where: 'Open to',
    local: 'Organizations of Qingyang',
    anywhere: 'Anywhere',
    hash: 'Hash of the rules (SHA-256)',
    criteria: 'Criteria',
    criterion: 'Criterion',
    weight: 'Weight',
    prizes: 'Prizes',
    noPrizes: 'No prizes.',
    count: (count) => `${count}`,
    notice: 'See the notice',
    enter: 'Enter',
    track: 'Track',
    entryTitle: 'Title (without your name)',
    summary: 'Summary (without your name)',
    foundedOn: 'Founded on',
    consent: 'I agree to the published rules, to blind judging, and to be named when I win',
    entered: 'Entered; the organizer checks it next.',
    desk: 'Judge’s desk',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const me = useMe();
  const competition = api.useQuery('get', '/v1/competitions/{id}', { params: { path: { id } } });
  const columns: Column<Schemas['CriterionDto']>[] = [
    { key: 'criterion', title: t.criterion, render: ({ title }) => title },
    { key: 'weight', title: t.weight, numeric: true, render: ({ weight }) => `${weight}%` },
  ];
  return (
    <Page title={competition.data?.title ?? t.list} crumbs={[{ title: t.list, to: '/competitions' }]}>
      <QueryView query={competition}>
        {({ rules, ...shown }) => (
          <>
            <Section title={t.about}>
              <p className="prose">{shown.description}</p>
              <Facts
                items={[
                  [t.state, <StateTag key="state" codes={competitionState} value={shown.state} />],
                  [t.by, <OrganizationName key="by" id={shown.organizationId} />],
                  [t.until, <Day key="until" value={shown.entriesUntil} />],
                ]}
              />
              {shown.noticeId && <Link to={`/public-notices/${shown.noticeId}`}>{t.notice}</Link>}
              <div className="form-foot">
                {shown.state === 'open' && hasRole(me.data, 'enterprise', 'researchUnit') && (
                  <Enter id={id} tracks={rules.tracks} />
                )}
                {me.data && (shown.state === 'preliminary' || shown.state === 'final') && (
                  <Link to={`/workbench/competitions/${id}/desk`}>{t.desk}</Link>
                )}
              </div>
            </Section>
            <Section title={t.rules}>
              <Facts
                items={[
                  [t.tracks, rules.tracks.join('、')],
                  [t.where, rules.countiesOnly ? t.local : t.anywhere],
                  [t.age, rules.oldestMonths === null ? null : t.months(rules.oldestMonths)],
                  [t.judges, rules.judgesPerEntry],
                  [t.finalists, rules.finalists],
                  [t.method, rules.rule],
                  [t.hash, shown.rulesHash],
                ]}
              />
            </Section>
            <Section title={t.criteria}>
              <ListTable
                caption={t.criteria}
                columns={columns}
                rows={rules.criteria}
                rowKey={({ code }) => code}
                empty=""
              />
            </Section>
            <Section title={t.prizes}>
              {rules.prizes.length === 0 ? (
                <p>{t.noPrizes}</p>
              ) : (
                <Facts
                  items={rules.prizes.map(({ title, count, words: text }) => [title, `${t.count(count)} ${text}`])}
                />
              )}
              <p className="fine">{shown.prizeNote}</p>
            </Section>
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Enter({ id, tracks }: { readonly id: string; readonly tracks: readonly string[] }) {
  const t = useWords(words);
  const done = useDone();
  const enter = api.useMutation('post', '/v1/competitions/{id}/entries');
  return (
    <DialogForm<Omit<Schemas['SubmitEntryDto'], 'consent'> & { agreed?: boolean }>
      button={t.enter}
      title={t.enter}
      primary
      onSubmit={({ agreed, ...entry }) => {
        const consent = agreed ? ('agreed' as const) : (undefined as unknown as 'agreed'); // refused by the API
        return done(enter.mutateAsync({ params: { path: { id } }, body: { ...filled(entry), consent } }), t.entered);
      }}
    >
      <SelectRow name="track" label={t.track} options={tracks.map((track) => ({ value: track, label: track }))} />
      <TextRow name="title" label={t.entryTitle} min={2} max={100} />
      <TextRow name="summary" label={t.summary} min={10} max={5000} rows={4} />
      <DayRow name="foundedOn" label={t.foundedOn} optional />
      <FlagRow name="agreed" label={t.consent} />
    </DialogForm>
  );
}
