import { Link, useNavigate } from 'react-router';
import { Form, Input, Select } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { DayField } from '../../ui/day-field.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Day, Instant } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { lastQuarter, periods } from './period.ts';

const words = bilingual(
  {
    title: '统计期报',
    lead: '定稿冻结截止日的清单和全部数字，任何人不能再改；再次定稿是修订，须写明原因，并显示与上一版的差异。',
    statistics: '技术合同统计',
    list: '期报',
    empty: '还没有定稿的期报。登记员或复核员可以在期末之后定稿。',
    period: '统计期',
    edition: '版次',
    cutOff: '截止日',
    lines: '合同数',
    reason: '修订原因',
    at: '定稿时间',
    freeze: '定稿',
    freezeText: '定稿后清单和数字不能再改，只能再出修订版；公开视图立即可见（不足 3 项的单元不公开）。',
    cutOffMissing: '请选择截止日。',
    why: '修订原因（已有定稿时必填）',
    done: '已定稿。',
  },
  {
    title: 'Editions of the statistics',
    lead: 'An edition freezes the list and every figure; a restatement gives its reason and shows what differs.',
    statistics: 'Statistics',
    list: 'Editions',
    empty: 'No edition yet. Registrars and reviewers freeze one after the end of a period.',
    period: 'Period',
    edition: 'Edition',
    cutOff: 'Cut-off',
    lines: 'Contracts',
    reason: 'Reason of the restatement',
    at: 'Frozen at',
    freeze: 'Freeze an edition',
    freezeText: 'It cannot be changed afterwards, only restated; its public view is visible at once.',
    cutOffMissing: 'Choose the cut-off.',
    why: 'Reason (for a restatement)',
    done: 'The edition is frozen.',
  },
);

export function Component() {
  const t = useWords(words);
  const me = useMe();
  const editions = api.useInfiniteQuery(
    'get',
    '/v1/statistics-editions',
    { params: { query: { limit: 20 } } },
    byCursor,
  );
  const columns: Column<Schemas['EditionView']>[] = [
    {
      key: 'period',
      title: t.period,
      render: ({ id, period, number }) => (
        <Link to={`/workbench/statistics-editions/${id}`}>
          {period} #{number}
        </Link>
      ),
    },
    { key: 'cutOff', title: t.cutOff, render: ({ cutOff }) => <Day value={cutOff} /> },
    { key: 'lines', title: t.lines, numeric: true, render: ({ lineCount }) => lineCount },
    { key: 'reason', title: t.reason, render: ({ reason }) => reason ?? '—' },
    { key: 'at', title: t.at, render: ({ frozenAt }) => <Instant value={frozenAt} /> },
  ];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: t.statistics, to: '/workbench/statistics' }]}
      actions={hasRole(me.data, 'registrar', 'reviewer') && <Freeze />}
    >
      <Section title={t.list}>
        <PagedTable caption={t.list} query={editions} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}

function Freeze() {
  const t = useWords(words);
  const done = useDone();
  const navigate = useNavigate();
  const freeze = api.useMutation('post', '/v1/statistics-editions');
  return (
    <DialogForm<Schemas['FreezeDto']>
      button={t.freeze}
      title={t.freeze}
      primary
      initial={{ period: lastQuarter() }}
      onSubmit={async ({ period, cutOff, reason }) => {
        const edition = freeze.mutateAsync({ body: { period, cutOff, reason: reason || undefined } });
        await done(edition, t.done);
        void navigate(`/workbench/statistics-editions/${(await edition).id}`);
      }}
    >
      <p>{t.freezeText}</p>
      <Form.Item name="period" label={t.period}>
        <Select options={periods().map((one) => ({ value: one, label: one }))} />
      </Form.Item>
      <Form.Item name="cutOff" label={t.cutOff} rules={[{ required: true, message: t.cutOffMissing }]}>
        <DayField />
      </Form.Item>
      <Form.Item name="reason" label={t.why}>
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </DialogForm>
  );
}
