import { Button, Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { api, download, type Schemas } from '../../api/client.ts';
import { pricingMethod } from '../../text/codes/achievement.codes.ts';
import { appraisal, procedureState, stage, transferWay, vote } from '../../text/codes/transfer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Attachments } from '../../ui/attachments.tsx';
import { Code, StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Instant, Money } from '../../ui/figures.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { NoticePart } from './notice-part.tsx';
import { MinutesPart, TransferActions } from './transfer-actions.tsx';

type Procedure = Schemas['TransferProcedureDetailView'];

const words = bilingual(
  {
    title: '转化流程',
    board: '成果转化流程',
    facts: '流程',
    state: '环节',
    way: '转化方式',
    counterparty: '受让方或合作方',
    related: '关联交易',
    yes: '是',
    no: '否',
    outcome: '结果',
    achievement: '查看成果',
    price: '拟交易价格',
    method: '定价方式',
    basis: '定价依据',
    appraisal: '资产评估',
    steps: '经过',
    step: (serial: number, title: string) => `${serial}. ${title}`,
    entered: '进入',
    due: '期限',
    left: '离开',
    here: '正在这一环节',
    votes: '表决',
    who: '办理人',
    opinion: '意见',
    at: '时间',
    noVote: '还没有人表决。',
    tally: (one: Schemas['TallyView']) =>
      `同意 ${one.approve}，不同意 ${one.object}，弃权 ${one.abstain}，回避 ${one.recused}`,
    quorum: '达到法定人数',
    noQuorum: '未达到法定人数',
    carried: '获得通过',
    notCarried: '未获通过',
    materials: '材料',
    diligence: '尽职免责',
    complete: '各项均已具备。',
    incomplete: '还有缺项：逐项补齐后再导出。',
    condition: '条件',
    article: '依据',
    met: '具备',
    missing: '还缺',
    pack: '下载尽职免责证据包（ZIP）',
  },
  {
    title: 'Transfer procedure',
    board: 'Transfer procedures',
    facts: 'Procedure',
    state: 'Stage',
    way: 'Way',
    counterparty: 'Transferee or partner',
    related: 'Related party',
    yes: 'Yes',
    no: 'No',
    outcome: 'Outcome',
    achievement: 'The achievement',
    price: 'Price',
    method: 'Pricing',
    basis: 'Basis of the price',
    appraisal: 'Appraisal',
    steps: 'Steps',
    step: (serial, title) => `${serial}. ${title}`,
    entered: 'Entered',
    due: 'Due',
    left: 'Left',
    here: 'It is here now',
    votes: 'Votes',
    who: 'Person',
    opinion: 'Opinion',
    at: 'Time',
    noVote: 'Nobody has voted.',
    tally: (one) => `For ${one.approve}, against ${one.object}, abstaining ${one.abstain}, recused ${one.recused}`,
    quorum: 'quorum met',
    noQuorum: 'no quorum',
    carried: 'carried',
    notCarried: 'not carried',
    materials: 'Documents',
    diligence: 'Due diligence',
    complete: 'Everything is there.',
    incomplete: 'Something is missing: complete it before the export.',
    condition: 'Condition',
    article: 'Article',
    met: 'Met',
    missing: 'Missing',
    pack: 'Diligence pack (ZIP)',
  },
);

const documents = [
  'appraisalReport',
  'feasibilityReport',
  'decisionMinutes',
  'approvalDocument',
  'evaluationReport',
  'rightCertificate',
  'other',
] as const;

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const procedure = api.useQuery('get', '/v1/transfer-procedures/{id}', { params: { path: { id } } });
  return (
    <Page title={procedure.data?.title ?? t.title} crumbs={[{ title: t.board, to: '/workbench/transfer-procedures' }]}>
      <QueryView query={procedure}>
        {(shown) => (
          <>
            <Section
              title={t.facts}
              actions={<Link to={`/workbench/achievements/${shown.achievementId}`}>{t.achievement}</Link>}
            >
              <Overview procedure={shown} />
              <TransferActions procedure={shown} />
            </Section>
            <Section title={t.steps}>
              <ol className="hits">
                {[...shown.steps].reverse().map((step) => (
                  <Step key={step.serial} procedure={shown} step={step} />
                ))}
              </ol>
            </Section>
            {shown.noticeId && <NoticePart noticeId={shown.noticeId} />}
            <Section title={t.materials}>
              <Attachments
                subjectKind="transferProcedure"
                subjectId={id}
                kinds={shown.state in stage ? documents : []}
              />
            </Section>
            <Diligence id={id} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Overview({ procedure: shown }: { readonly procedure: Procedure }) {
  const t = useWords(words);
  const { pricing } = shown;
  return (
    <>
      <Facts
        items={[
          [t.state, <StateTag key="state" codes={procedureState} value={shown.state} />],
          [t.way, <Code key="way" codes={transferWay} value={shown.way} />],
          [t.counterparty, shown.counterpartyName],
          [t.related, shown.relatedParty ? `${t.yes}（${shown.relatedNote ?? ''}）` : t.no],
          [t.price, <Money key="price" value={pricing?.price} />],
          [t.method, <Code key="method" codes={pricingMethod} value={pricing?.method} />],
          [t.basis, pricing?.basis],
          [
            t.appraisal,
            pricing && (
              <span key="appraisal">
                <Code codes={appraisal} value={pricing.appraisal} />：{pricing.appraisalReason}
              </span>
            ),
          ],
          [t.outcome, shown.outcome],
        ]}
      />
      <p className="prose">{shown.summary}</p>
    </>
  );
}

function Step(props: { readonly procedure: Procedure; readonly step: Schemas['ProcedureStepView'] }) {
  const t = useWords(words);
  const { step, procedure } = props;
  const here = step.leftAt === null;
  return (
    <li>
      <h3>
        {t.step(step.serial, step.title)} {here && <Tag color="blue">{t.here}</Tag>}
      </h3>
      <p className="hit-line">
        <span>
          {t.entered} <Instant value={step.enteredAt} />
        </span>
        {step.dueOn && (
          <span>
            {t.due} <Day value={step.dueOn} />
          </span>
        )}
        {step.leftAt && (
          <span>
            {t.left} <Instant value={step.leftAt} /> {step.event}
          </span>
        )}
      </p>
      {step.reason && <p className="prose">{step.reason}</p>}
      {step.votes.length > 0 && (
        <>
          <ListTable
            caption={t.votes}
            rows={step.votes}
            rowKey={({ personId }) => personId}
            empty={t.noVote}
            columns={[
              { key: 'who', title: t.who, render: ({ name }) => name },
              { key: 'vote', title: t.votes, render: (one) => <StateTag codes={vote} value={one.vote} /> },
              { key: 'opinion', title: t.opinion, render: ({ opinion }) => opinion },
              { key: 'at', title: t.at, render: ({ at }) => <Instant value={at} /> },
            ]}
          />
          <p>
            {t.tally(step.tally)}；{step.tally.quorumMet ? t.quorum : t.noQuorum}；
            {step.tally.carried ? t.carried : t.notCarried}
          </p>
        </>
      )}
      {step.minutes && <MinutesPart procedureId={procedure.id} minutes={step.minutes} open={here} />}
    </li>
  );
}

/** What exempts the deciders, condition by condition, and the signed pack that proves it. */
function Diligence({ id }: { readonly id: string }) {
  const t = useWords(words);
  const check = api.useQuery('get', '/v1/transfer-procedures/{id}/diligence', { params: { path: { id } } });
  return (
    <Section
      title={t.diligence}
      actions={
        <Button
          onClick={() => void download(`/v1/transfer-procedures/${id}/diligence-pack.zip`, `diligence-pack-${id}.zip`)}
        >
          {t.pack}
        </Button>
      }
    >
      <QueryView query={check}>
        {({ complete, items }) => (
          <>
            <p>{complete ? t.complete : t.incomplete}</p>
            <ListTable
              caption={t.diligence}
              rows={items}
              rowKey={({ code }) => code}
              empty={t.complete}
              columns={[
                { key: 'title', title: t.condition, render: ({ title }) => title },
                {
                  key: 'met',
                  title: t.met,
                  render: ({ met }) => <Tag color={met ? 'green' : 'orange'}>{met ? t.yes : t.no}</Tag>,
                },
                { key: 'missing', title: t.missing, render: ({ missing }) => missing },
                { key: 'article', title: t.article, render: ({ article }) => article },
              ]}
            />
          </>
        )}
      </QueryView>
    </Section>
  );
}
