import { useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { useSettings } from '../../settings/settings.ts';
import { codeText } from '../../text/codes/codes.ts';
import { evaluatedValue, valueGrade } from '../../text/codes/evaluation.codes.ts';
import { farmStage } from '../../text/codes/market.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { ReasonedAct } from '../../ui/act.tsx';
import { Code, StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day } from '../../ui/figures.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

type Standing = Schemas['ReadinessStandingView'];

const words = bilingual(
  {
    title: '成熟度和评价',
    lead: '等级由证据逐级证明，过了有效期限须重新证明；检索与撮合只用现在有效的等级。',
    achievement: '成果',
    standing: '已证明的成熟度',
    now: '现在有效的等级',
    ever: '曾证明的最高等级',
    farm: '对应的农业阶段',
    none: '尚无',
    level: '等级',
    name: '名称',
    on: '最近一次证明',
    until: '有效至',
    forever: '长期',
    standingOf: '情况',
    stale: '已过期限，须重新证明',
    valid: '有效',
    empty: '还没有经审定的等级。持有单位可以申报成熟度。',
    proofs: '历次认可',
    noProof: '还没有认可。',
    revoked: '撤销',
    revoke: '撤销认可',
    evaluations: '第三方评价（公开部分）',
    noEvaluation: '还没有第三方评价。',
    superseded: '已被新的评价替代',
    standard: '所依标准或方法',
    experts: '评价专家人数',
    found: '评定的成熟度',
    hash: '报告摘要（SHA-256）',
    concluded: '结论日期',
    policy: '等级口径',
    source: '出处',
    proves: '能证明的证据（任一种）',
    months: '有效期限',
    monthsOf: (months: number) => `${months} 个月`,
    from: (least: number) => `从 ${least} 级起`,
    stages: '农业阶段对照',
  },
  {
    title: 'Readiness and evaluations',
    lead: 'A level stands on evidence and decays; search and matching use what is valid now.',
    achievement: 'Achievement',
    standing: 'Proven readiness',
    now: 'Valid now',
    ever: 'Highest ever proven',
    farm: 'Farm stage',
    none: 'none',
    level: 'Level',
    name: 'Name',
    on: 'Last proven',
    until: 'Valid until',
    forever: 'for good',
    standingOf: 'Standing',
    stale: 'Out of date: prove it again',
    valid: 'Valid',
    empty: 'No level is proven yet; the holder may claim one.',
    proofs: 'Proofs',
    noProof: 'None yet.',
    revoked: 'Revoked',
    revoke: 'Revoke',
    evaluations: 'Evaluations (public part)',
    noEvaluation: 'None yet.',
    superseded: 'superseded',
    standard: 'Standard or method',
    experts: 'Experts',
    found: 'Readiness found',
    hash: 'Hash of the report (SHA-256)',
    concluded: 'Concluded on',
    policy: 'What proves a level',
    source: 'Source',
    proves: 'Evidence (any of)',
    months: 'Valid for',
    monthsOf: (months) => `${months} months`,
    from: (least) => `from level ${least}`,
    stages: 'Farm stages',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const path = { params: { path: { id } } };
  const achievement = api.useQuery('get', '/v1/achievements/{id}', path);
  const standing = api.useQuery('get', '/v1/achievements/{id}/readiness', path);
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: achievement.data?.title ?? t.achievement, to: `/achievements/${id}` }]}
    >
      <QueryView query={standing}>
        {(shown) => (
          <>
            <Levels standing={shown} />
            <Proofs standing={shown} />
          </>
        )}
      </QueryView>
      <Evaluations id={id} />
      <Policy />
    </Page>
  );
}

function Levels({ standing }: { readonly standing: Standing }) {
  const t = useWords(words);
  const levelText = (level: number | null): string => (level === null ? t.none : `TRL ${level}`);
  return (
    <Section title={t.standing}>
      <Facts
        items={[
          [t.now, levelText(standing.currentLevel)],
          [t.ever, levelText(standing.provenLevel)],
          [t.farm, standing.farmStage && <Code key="farm" codes={farmStage} value={standing.farmStage} />],
        ]}
      />
      <ListTable
        caption={t.standing}
        rows={standing.levels}
        rowKey={({ level }) => String(level)}
        empty={t.empty}
        columns={[
          { key: 'level', title: t.level, render: ({ level }) => `TRL ${level}` },
          { key: 'on', title: t.on, render: ({ lastProvenOn }) => <Day value={lastProvenOn} /> },
          {
            key: 'until',
            title: t.until,
            render: ({ provenUntil }) => (provenUntil === null ? t.forever : <Day value={provenUntil} />),
          },
          { key: 'standing', title: t.standingOf, render: ({ stale }) => (stale ? t.stale : t.valid) },
        ]}
      />
    </Section>
  );
}

function Proofs({ standing }: { readonly standing: Standing }) {
  const t = useWords(words);
  const reviewing = hasRole(useMe().data, 'reviewer');
  const revoke = api.useMutation('post', '/v1/readiness-proofs/{id}/revocation');
  return (
    <Section title={t.proofs}>
      <ListTable
        caption={t.proofs}
        rows={standing.proofs}
        rowKey={({ id }) => id}
        empty={t.noProof}
        columns={[
          { key: 'level', title: t.level, render: ({ level }) => `TRL ${level}` },
          { key: 'on', title: t.on, render: ({ provenOn }) => <Day value={provenOn} /> },
          {
            key: 'revoked',
            title: t.revoked,
            render: ({ id, level, revokedOn }) =>
              revokedOn === null && reviewing ? (
                <ReasonedAct
                  button={t.revoke}
                  about={`TRL ${level}`}
                  work={(body) => revoke.mutateAsync({ params: { path: { id } }, body })}
                />
              ) : (
                <Day value={revokedOn} />
              ),
          },
        ]}
      />
    </Section>
  );
}

function Evaluations({ id }: { readonly id: string }) {
  const t = useWords(words);
  const { language } = useSettings();
  const evaluations = api.useQuery('get', '/v1/achievements/{id}/evaluations', {
    params: { path: { id }, query: { limit: 100 } },
  });
  return (
    <Section title={t.evaluations}>
      <QueryView query={evaluations}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className="empty">{t.noEvaluation}</p>}
            <ul className="hits">
              {items.map((one) => (
                <li key={one.id}>
                  <h3>
                    {one.evaluatorName}
                    {one.state === 'superseded' && `（${t.superseded}）`}
                  </h3>
                  <p className="prose">{one.conclusion.publicSummary}</p>
                  <Facts
                    items={[
                      ...one.conclusion.values.map(
                        ({ value, grade, grounds }) =>
                          [
                            codeText(evaluatedValue, value, language),
                            <span key={value}>
                              <StateTag codes={valueGrade} value={grade} /> {grounds}
                            </span>,
                          ] as const,
                      ),
                      [t.found, one.conclusion.readinessLevel && `TRL ${one.conclusion.readinessLevel}`],
                      [t.standard, one.conclusion.standard],
                      [t.experts, one.experts],
                      [t.concluded, <Day key="on" value={one.conclusion.concludedOn} />],
                      [t.hash, <code key="hash">{one.conclusion.reportSha256}</code>],
                    ]}
                  />
                </li>
              ))}
            </ul>
          </>
        )}
      </QueryView>
    </Section>
  );
}

/** What proves which level, for how long, and which farm stage it answers to. */
function Policy() {
  const t = useWords(words);
  const policies = api.useQuery('get', '/v1/readiness-policy');
  return (
    <Section title={t.policy}>
      <QueryView query={policies}>
        {({ items }) => {
          const current = items.at(-1);
          if (current === undefined) return null;
          const kind = (code: string): string => current.evidenceKinds.find((one) => one.code === code)?.title ?? code;
          return (
            <>
              <p className="fine">
                {current.reading}（{t.source}：{current.source}）
              </p>
              <ListTable
                caption={t.policy}
                rows={current.levels}
                rowKey={({ level }) => String(level)}
                empty={t.none}
                columns={[
                  { key: 'level', title: t.level, render: ({ level }) => `TRL ${level}` },
                  { key: 'name', title: t.name, render: ({ title }) => title },
                  { key: 'proves', title: t.proves, render: ({ anyOf }) => anyOf.map(kind).join('、') },
                  {
                    key: 'months',
                    title: t.months,
                    render: ({ provenForMonths }) =>
                      provenForMonths === null ? t.forever : t.monthsOf(provenForMonths),
                  },
                ]}
              />
              <h3>{t.stages}</h3>
              <Facts items={current.farming.map(({ title, least }) => [title, t.from(least)])} />
            </>
          );
        }}
      </QueryView>
    </Section>
  );
}
