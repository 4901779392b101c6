import { Form } from 'antd';
import { useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { FormAct, ReasonedAct } from '../../ui/act.tsx';
import { Facts } from '../../ui/facts.tsx';
import { CountField, TextField } from '../../ui/fields.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

type BlindBid = Schemas['BlindBidView'];
type Challenge = Schemas['OpenChallengeView'];

const words = bilingual(
  {
    title: '评审评分表',
    lead: '方案隐去单位和团队，一份方案评一次，评后不能修改；与揭榜单位有利害关系的，请申请回避。',
    public: '技术难题竞标',
    none: '没有待评的方案。揭示期满后才能评审。',
    plan: '方案',
    price: '报价（元）',
    term: '工期（月）',
    files: '附件',
    received: '已收到原件',
    notReceived: '未收到原件',
    score: '评分',
    scored: '评分已提交。',
    points: (title: string, weight: number) => `${title}（权重 ${weight}，0–100 分）`,
    comment: '评语',
    weighted: '加权得分',
    recuse: '申请回避',
    recused: '已回避',
  },
  {
    title: 'Score sheets',
    lead: 'Bids without names; each scored once, never changed; recuse yourself where related.',
    public: 'Open challenges',
    none: 'Nothing to judge; judging begins when bids are revealed.',
    plan: 'Plan',
    price: 'Price (yuan)',
    term: 'Term (months)',
    files: 'Files',
    received: 'handed in',
    notReceived: 'not handed in',
    score: 'Score',
    scored: 'Handed in.',
    points: (title, weight) => `${title} (weight ${weight}, 0–100)`,
    comment: 'Comment',
    weighted: 'Weighted',
    recuse: 'Recuse myself',
    recused: 'Recused',
  },
);

/** A judge's page: bids under a code, one sheet each. */
export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const params = { path: { id } };
  const challenge = api.useQuery('get', '/v1/open-challenges/{id}', { params });
  const bids = api.useQuery('get', '/v1/open-challenges/{id}/blind-bids', { params });
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: challenge.data?.title ?? t.public, to: `/challenges/${id}` }]}
    >
      <QueryView query={challenge}>
        {(shown) => (
          <QueryView query={bids}>
            {({ items }) => (
              <>
                {items.length === 0 && <p className="empty">{t.none}</p>}
                {items.map((bid) => (
                  <Sheet key={bid.bidId} bid={bid} challenge={shown} />
                ))}
              </>
            )}
          </QueryView>
        )}
      </QueryView>
    </Page>
  );
}

function Sheet({ bid, challenge }: { readonly bid: BlindBid; readonly challenge: Challenge }) {
  const t = useWords(words);
  const { content, sheet } = bid;
  const title = (code: string): string => challenge.criteria.find((one) => one.code === code)?.title ?? code;
  return (
    <Section title={bid.code}>
      <Facts
        items={[
          [
            t.plan,
            <span key="plan" className="prose">
              {content.plan}
            </span>,
          ],
          [t.price, content.priceYuan],
          [t.term, content.termMonths],
          [
            t.files,
            content.attachments
              .map(({ fileName, received }) => `${fileName}（${received ? t.received : t.notReceived}）`)
              .join('、'),
          ],
          ...(sheet
            ? ([
                ...sheet.scores.map(({ criterion, points }) => [title(criterion), points] as const),
                [t.weighted, sheet.weighted],
                ...(sheet.comment ? ([[t.comment, sheet.comment]] as const) : []),
              ] as const)
            : []),
          ...(bid.recusal ? ([[t.recused, bid.recusal]] as const) : []),
        ]}
      />
      {!sheet && !bid.recusal && <SheetActs bid={bid} challenge={challenge} />}
    </Section>
  );
}

function SheetActs({ bid, challenge }: { readonly bid: BlindBid; readonly challenge: Challenge }) {
  const t = useWords(words);
  const params = { path: { id: challenge.id, bidId: bid.bidId } };
  const score = api.useMutation('post', '/v1/open-challenges/{id}/bids/{bidId}/sheets');
  const recuse = api.useMutation('post', '/v1/open-challenges/{id}/bids/{bidId}/recusals');
  return (
    <div className="form-foot">
      <FormAct<Schemas['ScoreBidDto']>
        primary
        button={t.score}
        about={bid.code}
        said={t.scored}
        initial={{ scores: challenge.criteria.map(({ code }) => ({ criterion: code })) as never }}
        work={(body) =>
          score.mutateAsync({
            params,
            body: filled({
              ...body,
              scores: challenge.criteria.map(({ code }, index) => ({
                criterion: code,
                points: body.scores[index]?.points ?? 0,
              })),
            }),
          })
        }
      >
        <Form.List name="scores">
          {(fields) =>
            fields.map(({ key, name }) => (
              <CountField
                key={key}
                name={[name, 'points']}
                label={t.points(challenge.criteria[name]?.title ?? '', challenge.criteria[name]?.weight ?? 0)}
                min={0}
                max={100}
              />
            ))
          }
        </Form.List>
        <TextField name="comment" label={t.comment} max={2000} long optional />
      </FormAct>
      <ReasonedAct button={t.recuse} about={bid.code} work={(body) => recuse.mutateAsync({ params, body })} />
    </div>
  );
}
