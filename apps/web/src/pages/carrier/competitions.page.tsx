import type { ReactNode } from 'react';
import { Button, Form } from 'antd';
import { Link, useNavigate } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import { entryState, rankingMethod } from '../../text/codes/carrier.codes.ts';
import { competitionState } from '../../text/codes/offer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { StateTag } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Day } from '../../ui/figures.tsx';
import { workbenchCrumb } from '../../ui/list-page.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { DayRow, FlagRow, NumberRow, SelectRow, TextRow } from '../../ui/rows.tsx';

const words = bilingual(
  {
    workbench: '我的工作台',
    title: '大赛',
    lead: '组织大赛、报名参赛、匿名评审。规则在开始报名时公布并留下摘要，此后不能改动。',
    organized: '本单位组织的大赛',
    name: '名称',
    state: '状态',
    until: '报名截止',
    none: '本单位没有组织大赛。',
    entries: '本单位的参赛作品',
    entry: '作品',
    track: '赛道',
    code: '匿名代号',
    noEntry: '还没有参赛作品。在大赛页面报名。',
    all: '浏览大赛',
    draft: '起草大赛',
    description: '说明',
    tracks: '赛道（用顿号分开）',
    criteria: '评分标准（权重合计 100）',
    criterion: '评分标准',
    criterionCode: '代码（英文字母）',
    weight: '权重（%）',
    more: '加一项',
    remove: '去掉',
    method: '排名方法',
    judges: '每件作品的评委数',
    finalists: '每个赛道的入围数',
    prizes: '奖项',
    prize: '奖项',
    count: '名额',
    prizeWords: '奖励说明（平台只作记录）',
    age: '企业成立不超过（月；不限不填）',
    local: '限庆阳市注册的单位',
  },
  {
    workbench: 'Workbench',
    title: 'Competitions',
    lead: 'Organize, enter, judge blind. Rules are published with their hash when entries open and do not change.',
    organized: 'Organized by us',
    name: 'Name',
    state: 'State',
    until: 'Enter by',
    none: 'We organize none.',
    entries: 'Our entries',
    entry: 'Entry',
    track: 'Track',
    code: 'Code',
    noEntry: 'No entry yet. Enter on the page of a competition.',
    all: 'Browse competitions',
    draft: 'Draft a competition',
    description: 'Description',
    tracks: 'Tracks (separated by commas)',
    criteria: 'Criteria (weights add up to 100)',
    criterion: 'Criterion',
    criterionCode: 'Code (letters)',
    weight: 'Weight (%)',
    more: 'Add one',
    remove: 'Remove',
    method: 'Ranking',
    judges: 'Judges per entry',
    finalists: 'Finalists per track',
    prizes: 'Prizes',
    prize: 'Prize',
    count: 'How many',
    prizeWords: 'What it is (recorded only)',
    age: 'Company no older than (months; leave out for any)',
    local: 'Only organizations of Qingyang',
  },
);

const page20 = { params: { query: { limit: 20 } } };

export function Component() {
  const t = useWords(words);
  const me = useMe();
  const mine = api.useInfiniteQuery('get', '/v1/competitions/mine', page20, byCursor);
  const entries = api.useInfiniteQuery('get', '/v1/competition-entries', page20, byCursor);
  const organizes = hasRole(me.data, 'reviewer', 'incubatorManager');
  const mineColumns: Column<Schemas['CompetitionView']>[] = [
    {
      key: 'name',
      title: t.name,
      render: ({ id, title }) => <Link to={`/workbench/competitions/${id}`}>{title}</Link>,
    },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={competitionState} value={state} /> },
    { key: 'until', title: t.until, render: ({ entriesUntil }) => <Day value={entriesUntil} /> },
  ];
  const entryColumns: Column<Schemas['CompetitionEntryView']>[] = [
    {
      key: 'entry',
      title: t.entry,
      render: ({ id, title }) => <Link to={`/workbench/competition-entries/${id}`}>{title}</Link>,
    },
    { key: 'track', title: t.track, render: ({ track }) => track },
    { key: 'code', title: t.code, render: ({ code }) => code ?? '—' },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={entryState} value={state} /> },
  ];
  return (
    <Page title={t.title} lead={t.lead} crumbs={[workbenchCrumb(t.workbench)]} actions={organizes && <Draft />}>
      {organizes && (
        <Section title={t.organized}>
          <PagedTable caption={t.organized} query={mine} columns={mineColumns} empty={t.none} />
        </Section>
      )}
      <Section title={t.entries} actions={<Link to="/competitions">{t.all}</Link>}>
        <PagedTable caption={t.entries} query={entries} columns={entryColumns} empty={t.noEntry} />
      </Section>
    </Page>
  );
}

type Rules = Omit<Schemas['CompetitionRulesDto'], 'tracks'> & { tracks: string };
type Values = Omit<Schemas['CreateCompetitionDto'], 'rules'> & { rules: Rules };

function Draft() {
  const t = useWords(words);
  const navigate = useNavigate();
  const create = api.useMutation('post', '/v1/competitions');
  return (
    <DialogForm<Values>
      button={t.draft}
      title={t.draft}
      primary
      initial={{
        rules: {
          ...{ tracks: '', method: 'mean', judgesPerEntry: 3, finalists: 6, countiesOnly: false },
          criteria: [{ code: 'innovation', title: '', weight: 100 }],
          prizes: [{ title: '', count: 1, words: '' }],
        },
      }}
      onSubmit={async ({ rules, ...rest }) => {
        const tracks = rules.tracks.split(/[、,，\s]+/).filter((one) => one !== '');
        const made = await create.mutateAsync({ body: { ...rest, rules: filled({ ...rules, tracks }) } });
        await navigate(`/workbench/competitions/${made.id}`);
      }}
    >
      <TextRow name="title" label={t.name} min={2} max={100} />
      <TextRow name="description" label={t.description} min={10} max={5000} rows={4} />
      <DayRow name="entriesUntil" label={t.until} />
      <TextRow name={['rules', 'tracks']} label={t.tracks} max={400} />
      <Rows name="criteria" legend={t.criteria} blank={{ code: '', title: '', weight: 10 }}>
        {(row) => (
          <>
            <TextRow name={[row, 'title']} label={t.criterion} max={100} />
            <TextRow name={[row, 'code']} label={t.criterionCode} max={30} />
            <NumberRow name={[row, 'weight']} label={t.weight} min={1} max={100} />
          </>
        )}
      </Rows>
      <SelectRow name={['rules', 'method']} label={t.method} codes={rankingMethod} />
      <NumberRow name={['rules', 'judgesPerEntry']} label={t.judges} min={2} max={15} />
      <NumberRow name={['rules', 'finalists']} label={t.finalists} min={1} max={100} />
      <Rows name="prizes" legend={t.prizes} blank={{ title: '', count: 1, words: '' }}>
        {(row) => (
          <>
            <TextRow name={[row, 'title']} label={t.prize} max={40} />
            <NumberRow name={[row, 'count']} label={t.count} min={1} max={50} />
            <TextRow name={[row, 'words']} label={t.prizeWords} max={200} />
          </>
        )}
      </Rows>
      <NumberRow name={['rules', 'oldestMonths']} label={t.age} min={1} max={600} optional />
      <FlagRow name={['rules', 'countiesOnly']} label={t.local} />
    </DialogForm>
  );
}

function Rows(props: {
  readonly name: string;
  readonly legend: string;
  readonly blank: object;
  readonly children: (row: number) => ReactNode;
}) {
  const t = useWords(words);
  return (
    <Form.List name={['rules', props.name]}>
      {(rows, { add, remove }) => (
        <fieldset className="calculator">
          <legend>{props.legend}</legend>
          {rows.map(({ key, name }) => (
            <div key={key} className="calculator-row">
              {props.children(name)}
              {rows.length > 1 && <Button onClick={() => remove(name)}>{t.remove}</Button>}
            </div>
          ))}
          <Button onClick={() => add(props.blank)}>
            {t.more}
            <span className="visually-hidden">：{props.legend}</span>
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}
