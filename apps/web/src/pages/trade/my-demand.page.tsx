import { Alert, Button, Form } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import { api } from '../../api/client.ts';
import { demandState } from '../../text/codes/market.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { StateTag } from '../../ui/code.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Money } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { MatchList } from './matches.tsx';

const words = bilingual(
  {
    mine: '本单位的技术需求',
    saved: '需求已保存',
    number: '编号',
    next: '下一步：发布后，系统自动寻找能解决它的成果。',
    facts: '需求',
    state: '状态',
    budget: '预算',
    validUntil: '有效期至',
    publish: '发布',
    published: '已发布，正在撮合。',
    withdraw: '撤回',
    withdrawn: '已撤回。',
    matches: '撮合结果',
    noMatch: '暂时没有合适的成果。有新成果发布时，系统会继续寻找。',
    notPublished: '发布以后才开始撮合。',
    amend: '修改',
    withdrawText: '撤回后不再公开，也不再撮合；撤回不能恢复，可以另发一条。',
    renew: '续期',
    renewText: '填写新的有效期；不填则按规定的期限续期。',
    renewed: '已续期。',
    quality: '写得够不够清楚',
    qualityScore: (score: number) => `质量分 ${score}（满分 100）。写得越具体，撮合越准。`,
    qualityGood: '该写的都写了。',
    missing: '还可以补充',
    unclear: '不够明确',
  },
  {
    mine: 'Our demands',
    saved: 'The demand is saved',
    number: 'Number',
    next: 'Next: publish it, and the market looks for what solves it.',
    facts: 'Demand',
    state: 'State',
    budget: 'Budget',
    validUntil: 'Valid until',
    publish: 'Publish',
    published: 'Published; matching has begun.',
    withdraw: 'Withdraw',
    withdrawn: 'Withdrawn.',
    matches: 'Matches',
    noMatch: 'Nothing suitable for now. The market keeps looking as new achievements come.',
    notPublished: 'Matching begins once the demand is published.',
    amend: 'Amend',
    withdrawText: 'It is no longer public and no longer matched. This cannot be undone.',
    renew: 'Renew',
    renewText: 'A new day until which it is valid; empty: the usual term.',
    renewed: 'Renewed.',
    quality: 'Is it clear enough',
    qualityScore: (score) => `Quality ${score} of 100. The more exact, the better the matches.`,
    qualityGood: 'Nothing is missing.',
    missing: 'Could be added',
    unclear: 'Unclear',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const path = { params: { path: { id } } };
  const demand = api.useQuery('get', '/v1/demands/{id}', path);
  const done = useDone();
  const publish = api.useMutation('post', '/v1/demands/{id}/publication');
  const withdraw = api.useMutation('post', '/v1/demands/{id}/withdrawal');
  const failure = publish.error;
  return (
    <Page
      title={demand.data?.title ?? t.facts}
      crumbs={[{ title: t.mine, to: '/workbench/demands' }]}
      actions={
        <>
          {demand.data?.state === 'draft' && (
            <Button
              type="primary"
              loading={publish.isPending}
              onClick={() => void done(publish.mutateAsync(path), t.published).catch(() => undefined)}
            >
              {t.publish}
            </Button>
          )}
          {(demand.data?.state === 'draft' || demand.data?.state === 'published') && (
            <Link className="button-link" to={`/workbench/demands/${id}/edit`}>
              {t.amend}
            </Link>
          )}
          {(demand.data?.state === 'published' || demand.data?.state === 'expired') && <Renew demandId={id} />}
          {demand.data?.state === 'published' && (
            <DialogForm<object>
              button={t.withdraw}
              title={t.withdraw}
              onSubmit={() => done(withdraw.mutateAsync(path), t.withdrawn)}
            >
              <p>{t.withdrawText}</p>
            </DialogForm>
          )}
        </>
      }
    >
      {params.get('new') === '1' && demand.data?.state === 'draft' && (
        <Alert
          type="success"
          showIcon
          role="status"
          title={t.saved}
          description={
            <>
              {t.number} {id}
              <br />
              {t.next}
            </>
          }
        />
      )}
      {failure !== null && <ProblemNotice error={failure} />}
      <QueryView query={demand}>
        {(shown) => (
          <>
            <Section title={t.facts}>
              <Facts
                items={[
                  [t.state, <StateTag key="state" codes={demandState} value={shown.state} />],
                  [t.budget, <Money key="budget" value={shown.budget} />],
                  [t.validUntil, <Day key="until" value={shown.validUntil ?? shown.aliveUntil} />],
                ]}
              />
              <p className="prose">{shown.summary}</p>
            </Section>
            {(shown.state === 'draft' || shown.state === 'published') && <Quality demandId={id} />}
            <Section title={t.matches}>
              {shown.state === 'draft' ? <p className="empty">{t.notPublished}</p> : <Matches demandId={id} />}
            </Section>
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Matches({ demandId }: { readonly demandId: string }) {
  const t = useWords(words);
  const matches = api.useQuery('get', '/v1/demands/{id}/matches', { params: { path: { id: demandId } } });
  return (
    <QueryView query={matches}>
      {({ items, notice }) => (
        <>
          {notice && <p>{notice}</p>}
          {items.length === 0 ? <p className="empty">{t.noMatch}</p> : <MatchList items={items} side="demand" />}
        </>
      )}
    </QueryView>
  );
}

function Renew({ demandId }: { readonly demandId: string }) {
  const t = useWords(words);
  const done = useDone();
  const renew = api.useMutation('post', '/v1/demands/{id}/renewal');
  return (
    <DialogForm<{ validUntil?: string }>
      button={t.renew}
      title={t.renew}
      onSubmit={({ validUntil }) => {
        const body = validUntil ? { validUntil } : {};
        return done(renew.mutateAsync({ params: { path: { id: demandId } }, body }), t.renewed);
      }}
    >
      <Form.Item name="validUntil" label={t.validUntil} extra={t.renewText}>
        <DayField />
      </Form.Item>
    </DialogForm>
  );
}

/** What would make the description clearer, before anybody has to ask. */
function Quality({ demandId }: { readonly demandId: string }) {
  const t = useWords(words);
  const quality = api.useQuery('get', '/v1/demands/{id}/quality', { params: { path: { id: demandId } } });
  return (
    <Section title={t.quality}>
      <QueryView query={quality}>
        {({ score, missing, unclear }) => (
          <>
            <p>{t.qualityScore(score)}</p>
            {missing.length + unclear.length === 0 && <p className="empty">{t.qualityGood}</p>}
            {missing.length > 0 && (
              <>
                <h3>{t.missing}</h3>
                <ul>
                  {missing.map(({ code, title, hint }) => (
                    <li key={code}>
                      {title}：{hint}
                    </li>
                  ))}
                </ul>
              </>
            )}
            {unclear.length > 0 && (
              <>
                <h3>{t.unclear}</h3>
                <ul>
                  {unclear.map(({ pointer, title, reason }) => (
                    <li key={pointer}>
                      {title}：{reason}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
      </QueryView>
    </Section>
  );
}
