import { useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { obligationKind, overdueStep } from '../../text/codes/performance.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Day } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { useContractSide } from './contract-side.ts';

type Step = Schemas['OverdueStepView'];

const words = bilingual(
  {
    title: '到期提醒与催告',
    lead: '到期前提醒，逾期后通知，仍不履行的发催告函；每一步只发一次，双方都看得到。',
    contract: '合同',
    step: '步骤',
    what: '所欠事项',
    who: '义务方',
    sides: { seller: '卖方', buyer: '买方' },
    due: '到期日',
    by: '要求履行的日期',
    text: '文书内容',
    on: '发出日',
    empty: '没有到期或逾期的事项。',
  },
  {
    title: 'Reminders and demands',
    lead: 'A reminder before the day, a notice after it, then a formal demand; each once, seen by both sides.',
    contract: 'Contract',
    step: 'Step',
    what: 'Owed',
    who: 'By',
    sides: { seller: 'Seller', buyer: 'Buyer' },
    due: 'Due',
    by: 'To be done by',
    text: 'Text',
    on: 'Sent on',
    empty: 'Nothing is due or overdue.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const { contract } = useContractSide(id);
  const page = { params: { path: { id }, query: { limit: 50 } } };
  const query = api.useInfiniteQuery('get', '/v1/contracts/{id}/overdue-steps', page, byCursor);
  const columns: Column<Step>[] = [
    { key: 'step', title: t.step, render: ({ step }) => <StateTag codes={overdueStep} value={step} /> },
    { key: 'what', title: t.what, render: (row) => <Code codes={obligationKind} value={row.obligationKind} /> },
    { key: 'who', title: t.who, render: ({ obligor }) => t.sides[obligor] },
    { key: 'due', title: t.due, render: ({ dueOn }) => <Day value={dueOn} /> },
    { key: 'by', title: t.by, render: ({ answerBy }) => <Day value={answerBy} /> },
    { key: 'text', title: t.text, render: ({ text }) => <span className="prose">{text}</span> },
    { key: 'on', title: t.on, render: ({ takenOn }) => <Day value={takenOn} /> },
  ];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: contract?.title ?? t.contract, to: `/workbench/contracts/${id}` }]}
    >
      <Section title={t.title}>
        <PagedTable caption={t.title} query={query} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}
