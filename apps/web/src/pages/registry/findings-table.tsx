import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { findingGrade, findingState } from '../../text/codes/inspection.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { StateTag } from '../../ui/code.tsx';
import { Day } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';

const words = bilingual(
  {
    title: '抽查发现',
    empty: '没有抽查发现。发现由稽核人员在抽中的登记上提出。',
    number: '登记编号',
    state: '状态',
    grade: '程度',
    text: '发现的问题',
    due: '整改期限',
  },
  {
    title: 'Findings',
    empty: 'No finding. Auditors raise them on registrations that were drawn.',
    number: 'Registration number',
    state: 'State',
    grade: 'Grade',
    text: 'What was found',
    due: 'Due on',
  },
);

type Finding = Schemas['InspectionFindingView'];

export function FindingTable(props: { readonly planId?: string; readonly state?: Finding['state'] }) {
  const t = useWords(words);
  const query = {
    limit: 20,
    ...(props.planId && { planId: props.planId }),
    ...(props.state && { state: props.state }),
  };
  const findings = api.useInfiniteQuery('get', '/v1/inspection-findings', { params: { query } }, byCursor);
  const columns: Column<Finding>[] = [
    {
      key: 'number',
      title: t.number,
      render: ({ id, registrationNumber }) => (
        <Link to={`/workbench/inspection-findings/${id}`}>{registrationNumber}</Link>
      ),
    },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={findingState} value={state} /> },
    { key: 'grade', title: t.grade, render: ({ grade }) => <StateTag codes={findingGrade} value={grade} /> },
    { key: 'text', title: t.text, render: ({ text }) => (text.length > 60 ? `${text.slice(0, 60)}…` : text) },
    { key: 'due', title: t.due, render: ({ dueOn }) => <Day value={dueOn} /> },
  ];
  return <PagedTable caption={t.title} query={findings} columns={columns} empty={t.empty} />;
}
