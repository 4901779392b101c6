import { Form, Input } from 'antd';
import { useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Money } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

import { decimals } from './decimals.ts';

type Candidate = Schemas['PanelCandidateView'];
type Criterion = Schemas['CriterionView'];

const words = bilingual(
  {
    list: '奖补年度评审',
    title: '匿名评分',
    lead: '只见代号，不见单位和姓名。每项 0 至 100 分；一经提交不再修改，排名以前谁也看不到。',
    total: '年度合计',
    contracts: '合同数',
    benefit: '核实的效益',
    evidence: '证明材料',
    ineligible: '不能获奖，不用评分',
    recused: (reason: string) => `您须回避：${reason}`,
    scored: (score: string) => `您已评分，加权 ${score} 分。`,
    criterion: (title: string, weight: number) => `${title}（权重 ${weight}%，0 至 100）`,
    scoreWrong: '请填 0 至 100 的整数。',
    comment: '评语',
    submit: '提交评分',
    done: '已提交，谢谢。',
    recuse: '申请回避',
    reason: '回避的理由',
    reasonMissing: '请写明理由。',
    recusedDone: '已回避。',
    none: '没有候选对象。',
  },
  {
    list: 'Yearly reward reviews',
    title: 'Blind scoring',
    lead: 'You see codes, no names. 0 to 100 each; a sheet is final, and nobody sees it before the ranking.',
    total: 'Yearly total',
    contracts: 'Contracts',
    benefit: 'Verified benefit',
    evidence: 'Evidence',
    ineligible: 'Not eligible; no score needed',
    recused: (reason) => `You are recused: ${reason}`,
    scored: (score) => `You have scored: ${score} weighted.`,
    criterion: (title, weight) => `${title} (weight ${weight}%, 0 to 100)`,
    scoreWrong: 'A whole number from 0 to 100.',
    comment: 'Comment (optional)',
    submit: 'Submit the scores',
    done: 'Submitted, thank you.',
    recuse: 'Ask to be recused',
    reason: 'Reason',
    reasonMissing: 'Give the reason.',
    recusedDone: 'You are recused.',
    none: 'No candidate.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const panel = api.useQuery('get', '/v1/reward-reviews/{id}/panel', { params: { path: { id } } });
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.list, to: '/workbench/reward-reviews' }]}>
      <QueryView query={panel}>
        {({ criteria, items }) =>
          items.length === 0 ? (
            <p className="empty">{t.none}</p>
          ) : (
            items.map((candidate) => (
              <Section key={candidate.applicationId} title={candidate.code}>
                <Facts
                  items={[
                    [t.total, <Money key="total" value={candidate.total} />],
                    [t.contracts, candidate.contracts],
                    [t.benefit, <Money key="benefit" value={candidate.benefit} />],
                    [t.evidence, candidate.evidence.join('、')],
                  ]}
                />
                <p className="prose">{candidate.statement}</p>
                <Sheet candidate={candidate} criteria={criteria} />
              </Section>
            ))
          )
        }
      </QueryView>
    </Page>
  );
}

function Sheet({ candidate, criteria }: { readonly candidate: Candidate; readonly criteria: readonly Criterion[] }) {
  const t = useWords(words);
  const done = useDone();
  const { applicationId, code } = candidate;
  const path = { params: { path: { id: applicationId } } };
  const score = api.useMutation('post', '/v1/reward-applications/{id}/scores');
  const recuse = api.useMutation('post', '/v1/reward-applications/{id}/recusal');
  if (candidate.recusal !== null) return <p>{t.recused(candidate.recusal)}</p>;
  if (candidate.sheet) return <p>{t.scored(decimals(candidate.sheet.weighted / 100, 2))}</p>;
  if (candidate.ineligible !== null)
    return (
      <p>
        {t.ineligible}：{candidate.ineligible}
      </p>
    );
  return (
    <ApiForm<Record<string, string>>
      submit={`${t.submit}：${code}`}
      onSubmit={(given) => {
        const scores = criteria.map((one) => ({ code: one.code, score: Number(given[fieldOf(code, one)]) }));
        const body = { scores, comment: given[`${code}-comment`] || undefined };
        return done(score.mutateAsync({ ...path, body }), t.done);
      }}
      extra={
        <DialogForm<Schemas['ReviewReasonDto']>
          button={t.recuse}
          title={t.recuse}
          about={code}
          onSubmit={(body) => done(recuse.mutateAsync({ ...path, body }), t.recusedDone)}
        >
          <Form.Item name="reason" label={t.reason} rules={[{ required: true, message: t.reasonMissing }]}>
            <Input.TextArea maxLength={1000} />
          </Form.Item>
        </DialogForm>
      }
    >
      {criteria.map((one) => (
        <Form.Item
          key={one.code}
          name={fieldOf(code, one)}
          label={t.criterion(one.title, one.weight)}
          rules={[{ required: true, pattern: /^(\d{1,2}|100)$/, message: t.scoreWrong }]}
        >
          <Input inputMode="numeric" maxLength={3} />
        </Form.Item>
      ))}
      <Form.Item name={`${code}-comment`} label={t.comment}>
        <Input.TextArea maxLength={1000} />
      </Form.Item>
    </ApiForm>
  );
}

/** Names are of the page, where every candidate has the same criteria. */
const fieldOf = (code: string, criterion: Criterion): string => `${code}-${criterion.code}`;
