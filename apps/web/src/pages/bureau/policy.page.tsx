import { Form, Input } from 'antd';
import { useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { policyVersionState } from '../../text/codes/reward.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { StateTag } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Instant, Money } from '../../ui/figures.tsx';
import { ListTable, type Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { PartyName, PersonName } from './party-name.tsx';
import './bureau.css';

type Version = Schemas['RewardPolicyVersionDetailView'];

const words = bilingual(
  {
    list: '奖补政策版本',
    title: '政策版本',
    facts: '版本',
    state: '状态',
    rate: '比例',
    threshold: '起计额',
    cap: '每年度上限',
    from: '施行日',
    by: '起草人',
    at: '起草时间',
    publisher: '发布人',
    reason: '起草理由',
    hash: '内容的哈希',
    wording: '原文',
    reading: '计算口径',
    source: '来源',
    diff: '与前一版本对照',
    added: '新增',
    removed: '删去',
    changed: '改动',
    from2: '原为',
    to: '改为',
    nothing: '（无）',
    same: '与前一版本没有不同。',
    trial: '试算',
    trialHelp: '用某年度已登记的数据，按这个版本和原版本各算一遍：谁得多少，差多少。数据按试算当时冻结，附哈希。',
    year: '年度',
    yearWrong: '请填四位年份。',
    simulate: '试算一个年度',
    simulated: '已试算。',
    noTrial: '还没有试算过；试算过才能发布。',
    trialOf: (year: number, contracts: number) => `${year} 年度：${contracts} 项合同`,
    before: '按原版本',
    after: '按此版本',
    who: '受益人',
    base: '计入合计',
    unchanged: (count: number) => `另有 ${count} 个受益人不变。`,
    noChange: '没有受益人的金额改变。',
    facts2: '冻结数据的哈希',
    publish: '发布',
    publishHelp: '发布后到施行日自动生效。由起草人以外的奖补人员发布。',
    ownDraft: '这是您起草的版本：须由另一名奖补人员发布。',
    needTrial: '还没有试算：先试算，再由另一名奖补人员发布。',
    published: '已发布，施行日起生效。',
    withdraw: '撤回',
    withdrawn: '已撤回。',
    why: '理由',
    whyMissing: '请写明理由。',
  },
  {
    list: 'Versions of reward policies',
    title: 'Version of a policy',
    facts: 'Version',
    state: 'State',
    rate: 'Rate',
    threshold: 'Threshold',
    cap: 'Cap a year',
    from: 'In force from',
    by: 'Drafted by',
    at: 'Drafted',
    publisher: 'Published by',
    reason: 'Reason',
    hash: 'Hash of the contents',
    wording: 'Wording',
    reading: 'Reading',
    source: 'Source',
    diff: 'Compared with the version before',
    added: 'Added',
    removed: 'Removed',
    changed: 'Changed',
    from2: 'was',
    to: 'becomes',
    nothing: '(nothing)',
    same: 'No difference.',
    trial: 'Trials',
    trialHelp:
      'A year’s registrations computed by this version and by the one before: who gets what. The facts are frozen and hashed.',
    year: 'Year',
    yearWrong: 'Give the year in four digits.',
    simulate: 'Try a year',
    simulated: 'Computed.',
    noTrial: 'Not tried yet; only a tried version can be published.',
    trialOf: (year, contracts) => `${year}: ${contracts} contracts`,
    before: 'By the version before',
    after: 'By this version',
    who: 'Beneficiary',
    base: 'Counted in all',
    unchanged: (count) => `${count} more beneficiaries are unchanged.`,
    noChange: 'Nobody’s amount changes.',
    facts2: 'Hash of the frozen facts',
    publish: 'Publish',
    publishHelp: 'It takes effect by itself on its day. By an officer who did not draft it.',
    ownDraft: 'You drafted this: another reward officer must publish it.',
    needTrial: 'Not tried yet: try it first, then another reward officer publishes it.',
    published: 'Published.',
    withdraw: 'Withdraw',
    withdrawn: 'Withdrawn.',
    why: 'Reason',
    whyMissing: 'Give the reason.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const path = { params: { path: { id } } };
  const version = api.useQuery('get', '/v1/reward-policy-versions/{id}', path);
  const trials = api.useQuery('get', '/v1/reward-policy-versions/{id}/simulations', path);
  return (
    <Page
      title={version.data?.policy.title ?? t.title}
      crumbs={[{ title: t.list, to: '/workbench/policies' }]}
      actions={version.data && <Acts version={version.data} tried={(trials.data?.items.length ?? 0) > 0} />}
    >
      <QueryView query={version}>
        {(shown) => (
          <>
            <Section title={t.facts}>
              <Facts
                items={[
                  [t.state, <StateTag key="state" codes={policyVersionState} value={shown.state} />],
                  [t.rate, shown.policy.rate],
                  [t.threshold, <Money key="threshold" value={shown.policy.threshold} />],
                  [t.cap, <Money key="cap" value={shown.policy.capPerYear} />],
                  [t.from, <Day key="from" value={shown.policy.effectiveFrom} />],
                  [t.by, <PersonName key="by" id={shown.draftedBy} />],
                  [t.at, <Instant key="at" value={shown.draftedAt} />],
                  [t.publisher, <PersonName key="publisher" id={shown.publishedBy} />],
                  [t.reason, shown.reason],
                  [t.wording, shown.policy.wording],
                  [t.reading, shown.policy.reading],
                  [t.source, shown.policy.source],
                  [
                    t.hash,
                    <span key="hash" className="code-text">
                      {shown.bodyHash}
                    </span>,
                  ],
                ]}
              />
            </Section>
            <Differences items={shown.differences} />
            <Section title={t.trial} actions={shown.state === 'draft' && <Try id={id} />}>
              <p className="fine">{t.trialHelp}</p>
              <QueryView query={trials}>
                {({ items }) =>
                  items.length === 0 ? (
                    <p className="empty">{t.noTrial}</p>
                  ) : (
                    items.map((trial) => <Trial key={trial.id} trial={trial} />)
                  )
                }
              </QueryView>
            </Section>
          </>
        )}
      </QueryView>
    </Page>
  );
}

/** How the API words a term that a policy does not have. */
const unset: readonly string[] = ['', '不限', '不排名', '未定'];

/** What changes, term by term, in words: nothing is told by colour or by strokes alone. */
function Differences({ items }: { readonly items: readonly Schemas['PolicyDifferenceView'][] }) {
  const t = useWords(words);
  const none = (text: string): boolean => unset.includes(text.trim());
  return (
    <Section title={t.diff}>
      {items.length === 0 ? (
        <p className="empty">{t.same}</p>
      ) : (
        <ul className="diff">
          {items.map(({ term, before, after }) => (
            <li key={term}>
              <strong>
                {none(before) ? t.added : none(after) ? t.removed : t.changed}：{term}
              </strong>
              <br />
              {t.from2} <del>{none(before) ? t.nothing : before}</del>，{t.to}{' '}
              <ins>{none(after) ? t.nothing : after}</ins>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Trial({ trial }: { readonly trial: Schemas['RewardPolicySimulationView'] }) {
  const t = useWords(words);
  const columns: Column<Schemas['SimulatedBeneficiaryView']>[] = [
    { key: 'who', title: t.who, render: (row) => <PartyName kind={row.beneficiaryKind} id={row.beneficiaryId} /> },
    { key: 'base', title: t.base, numeric: true, render: ({ total }) => <Money value={total} /> },
    { key: 'before', title: t.before, numeric: true, render: ({ before }) => <Money value={before} /> },
    { key: 'after', title: t.after, numeric: true, render: ({ after }) => <Money value={after} /> },
  ];
  const title = t.trialOf(trial.fiscalYear, trial.contracts);
  return (
    <>
      <h3>{title}</h3>
      <Facts
        items={[
          [t.before, <Money key="before" value={trial.beforeTotal} />],
          [t.after, <Money key="after" value={trial.afterTotal} />],
          [t.at, <Instant key="at" value={trial.at} />],
          [
            t.facts2,
            <span key="hash" className="code-text">
              {trial.factsHash}
            </span>,
          ],
        ]}
      />
      <ListTable
        caption={title}
        columns={columns}
        rows={trial.changed}
        rowKey={({ beneficiaryId }) => beneficiaryId}
        empty={t.noChange}
      />
      {trial.unchanged > 0 && <p>{t.unchanged(trial.unchanged)}</p>}
    </>
  );
}

function Try({ id }: { readonly id: string }) {
  const t = useWords(words);
  const me = useMe();
  const done = useDone();
  const simulate = api.useMutation('post', '/v1/reward-policy-versions/{id}/simulations');
  if (!hasRole(me.data, 'rewardOfficer')) return null;
  return (
    <DialogForm<{ fiscalYear: string }>
      button={t.simulate}
      title={t.simulate}
      onSubmit={({ fiscalYear }) =>
        done(simulate.mutateAsync({ params: { path: { id } }, body: { fiscalYear: Number(fiscalYear) } }), t.simulated)
      }
    >
      <Form.Item
        name="fiscalYear"
        label={t.year}
        rules={[{ required: true, pattern: /^20\d\d$/, message: t.yearWrong }]}
      >
        <Input inputMode="numeric" maxLength={4} />
      </Form.Item>
    </DialogForm>
  );
}

function Acts({ version, tried }: { readonly version: Version; readonly tried: boolean }) {
  const t = useWords(words);
  const me = useMe();
  const done = useDone();
  const path = { params: { path: { id: version.id } } };
  const publish = api.useMutation('post', '/v1/reward-policy-versions/{id}/publication');
  const withdraw = api.useMutation('post', '/v1/reward-policy-versions/{id}/withdrawal');
  if (!hasRole(me.data, 'rewardOfficer') || version.state === 'withdrawn') return null;
  const own = me.data?.id === version.draftedBy;
  return (
    <>
      {version.state === 'draft' && !tried && <span className="fine">{t.needTrial}</span>}
      {version.state === 'draft' && tried && own && <span className="fine">{t.ownDraft}</span>}
      {version.state === 'draft' && tried && !own && (
        <Reasoned
          button={t.publish}
          help={t.publishHelp}
          primary
          act={(body) => done(publish.mutateAsync({ ...path, body }), t.published)}
        />
      )}
      <Reasoned button={t.withdraw} act={(body) => done(withdraw.mutateAsync({ ...path, body }), t.withdrawn)} />
    </>
  );
}

function Reasoned(props: {
  readonly button: string;
  readonly help?: string;
  readonly primary?: boolean;
  readonly act: (body: Schemas['RewardPolicyReasonDto']) => Promise<unknown>;
}) {
  const t = useWords(words);
  return (
    <DialogForm<Schemas['RewardPolicyReasonDto']>
      button={props.button}
      title={props.button}
      {...(props.primary && { primary: true })}
      onSubmit={props.act}
    >
      {props.help && <p>{props.help}</p>}
      <Form.Item name="reason" label={t.why} rules={[{ required: true, message: t.whyMissing }]}>
        <Input.TextArea maxLength={1000} />
      </Form.Item>
    </DialogForm>
  );
}
