import { useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { royaltyReportState } from '../../text/codes/performance.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Act, FormAct, ReasonedAct } from '../../ui/act.tsx';
import { StateTag } from '../../ui/code.tsx';
import { ChoiceField, TextField, YuanField } from '../../ui/fields.tsx';
import { Day, Money } from '../../ui/figures.tsx';
import { ListTable, type Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { AmountSupplements } from './amount-supplements.tsx';
import { useContractSide, type ContractSide } from './contract-side.ts';

type Report = Schemas['RoyaltyReportView'];
type Period = Schemas['RoyaltyPeriodView'];

const words = bilingual(
  {
    title: '提成报告与金额补充',
    lead: '买方按结算期报告计提基数和已付提成，卖方确认或提出异议；有疑点的列在下面，供询问，不是结论。',
    contract: '合同',
    standing: '各结算期',
    period: '结算期',
    due: '报告期限',
    report: '报告',
    missing: '尚未报告',
    submit: '提交报告',
    submitted: '报告已提交，等待卖方确认。',
    from: '结算期',
    base: '计提基数（元）',
    paid: '本期已付提成（元）',
    statement: '说明',
    owed: '按条款应付',
    noPeriod: '没有到期的结算期；合同没有提成条款的，不需要报告。',
    findings: '值得询问之处',
    amount: '所涉金额',
    noFinding: '没有疑点。',
    reports: '历次报告',
    state: '状态',
    act: '办理',
    confirm: '确认报告',
    confirmText: '确认后双方以此为准。',
    dispute: '提出异议',
    noReport: '还没有报告。',
  },
  {
    title: 'Royalty reports and stated amounts',
    lead: 'The buyer reports by period, the seller confirms or disputes; findings are questions, not conclusions.',
    contract: 'Contract',
    standing: 'Periods',
    period: 'Period',
    due: 'Due',
    report: 'Report',
    missing: 'not reported yet',
    submit: 'Report',
    submitted: 'Reported; the seller confirms.',
    from: 'Period',
    base: 'Base (yuan)',
    paid: 'Paid for the period (yuan)',
    statement: 'Note',
    owed: 'Owed by the terms',
    noPeriod: 'No period has ended; without royalties nothing is reported.',
    findings: 'Worth asking about',
    amount: 'Amount',
    noFinding: 'Nothing.',
    reports: 'Reports',
    state: 'State',
    act: 'Act',
    confirm: 'Confirm',
    confirmText: 'Both sides then go by it.',
    dispute: 'Dispute',
    noReport: 'None yet.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const { contract, side } = useContractSide(id);
  const standing = api.useQuery('get', '/v1/contracts/{id}/royalty-standing', { params: { path: { id } } });
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: contract?.title ?? t.contract, to: `/workbench/contracts/${id}` }]}
    >
      <QueryView query={standing}>
        {({ periods, findings }) => (
          <>
            <Section
              title={t.standing}
              actions={side === 'buyer' && periods.length > 0 && <Submit contractId={id} periods={periods} />}
            >
              <Periods periods={periods} />
            </Section>
            <Section title={t.findings}>
              <ListTable
                caption={t.findings}
                rows={findings}
                rowKey={({ code, periodFrom }) => `${code}${periodFrom}`}
                empty={t.noFinding}
                columns={[
                  { key: 'text', title: t.findings, render: ({ text }) => text },
                  { key: 'amount', title: t.amount, numeric: true, render: ({ amount }) => <Money value={amount} /> },
                ]}
              />
            </Section>
          </>
        )}
      </QueryView>
      <Reports contractId={id} side={side} />
      <AmountSupplements contractId={id} side={side} />
    </Page>
  );
}

function Periods({ periods }: { readonly periods: readonly Period[] }) {
  const t = useWords(words);
  const columns: Column<Period>[] = [
    { key: 'period', title: t.period, render: ({ from, to }) => `${from} – ${to}` },
    { key: 'due', title: t.due, render: ({ dueOn }) => <Day value={dueOn} /> },
    {
      key: 'report',
      title: t.report,
      render: ({ report }) => (report ? <StateTag codes={royaltyReportState} value={report.state} /> : t.missing),
    },
    { key: 'owed', title: t.owed, numeric: true, render: ({ report }) => <Money value={report?.due} /> },
    { key: 'paid', title: t.paid, numeric: true, render: ({ report }) => <Money value={report?.paid} /> },
  ];
  return (
    <ListTable caption={t.standing} rows={periods} rowKey={({ from }) => from} columns={columns} empty={t.noPeriod} />
  );
}

function Submit({ contractId, periods }: { readonly contractId: string; readonly periods: readonly Period[] }) {
  const t = useWords(words);
  const submit = api.useMutation('post', '/v1/contracts/{id}/royalty-reports');
  const open = periods.filter(({ report }) => report?.state !== 'confirmed');
  return (
    <FormAct<Schemas['RoyaltyReportDto']>
      primary
      button={t.submit}
      said={t.submitted}
      initial={open[0] && { periodFrom: open[0].from }}
      work={(body) => submit.mutateAsync({ params: { path: { id: contractId } }, body })}
    >
      <ChoiceField
        name="periodFrom"
        label={t.from}
        choices={open.map(({ from, to }) => ({ value: from, label: `${from} – ${to}` }))}
      />
      <YuanField name="baseYuan" label={t.base} />
      <YuanField name="paidYuan" label={t.paid} />
      <TextField name="statement" label={t.statement} max={2000} long />
    </FormAct>
  );
}

function Reports({ contractId, side }: { readonly contractId: string; readonly side: ContractSide }) {
  const t = useWords(words);
  const page = { params: { path: { id: contractId }, query: { limit: 20 } } };
  const query = api.useInfiniteQuery('get', '/v1/contracts/{id}/royalty-reports', page, byCursor);
  const columns: Column<Report>[] = [
    { key: 'period', title: t.period, render: ({ periodFrom, periodTo }) => `${periodFrom} – ${periodTo}` },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={royaltyReportState} value={state} /> },
    { key: 'base', title: t.base, numeric: true, render: ({ base }) => <Money value={base} /> },
    { key: 'owed', title: t.owed, numeric: true, render: ({ due }) => <Money value={due} /> },
    { key: 'paid', title: t.paid, numeric: true, render: ({ paid }) => <Money value={paid} /> },
    { key: 'statement', title: t.statement, render: ({ statement, reason }) => reason ?? statement },
    {
      key: 'act',
      title: t.act,
      render: (row) => (side === 'seller' && row.state === 'submitted' ? <Answer report={row} /> : '—'),
    },
  ];
  return (
    <Section title={t.reports}>
      <PagedTable caption={t.reports} query={query} columns={columns} empty={t.noReport} />
    </Section>
  );
}

function Answer({ report }: { readonly report: Report }) {
  const t = useWords(words);
  const params = { path: { id: report.id } };
  const confirm = api.useMutation('post', '/v1/royalty-reports/{id}/confirmation');
  const dispute = api.useMutation('post', '/v1/royalty-reports/{id}/dispute');
  const about = report.periodFrom;
  return (
    <div className="form-foot">
      <Act primary button={t.confirm} about={about} text={t.confirmText} work={() => confirm.mutateAsync({ params })} />
      <ReasonedAct button={t.dispute} about={about} work={(body) => dispute.mutateAsync({ params, body })} />
    </div>
  );
}
