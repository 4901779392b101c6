import { useRef, useState } from 'react';
import { Alert, Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client.ts';
import { chainFault } from '../../text/codes/audit.codes.ts';
import { codeText } from '../../text/codes/codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useSettings } from '../../settings/settings.ts';
import { Facts } from '../../ui/facts.tsx';
import { Instant } from '../../ui/figures.tsx';
import { Section } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { WorkProgress } from '../../ui/work-progress.tsx';

type Report = Schemas['ChainVerificationView'];

const words = bilingual(
  {
    title: '审计链核验',
    help: '逐条重算每条记录的哈希，并与锚文件比对：有人改过、删过或补过记录，都会查出。',
    count: '已封存的记录',
    head: '链头',
    at: '封存时间',
    start: '开始核验',
    stop: '停止',
    progress: '已核验的记录',
    sound: (count: number) => `核验通过：${count} 条记录与链和锚文件一致。`,
    soundNext: '可把链头抄录留存，日后再来比对。',
    broken: (what: string) => `核验未通过：${what}`,
    where: (from: number | null, through: number | null) =>
      `异常位置：序号 ${from ?? '不明'}${through === null ? '' : ` 至 ${through}`}`,
    record: (id: string) => `记录号 ${id}`,
    brokenNext: '请保护现场，立即通知安全管理员和主管领导，不要自行修改数据。',
    pending: (count: number) => `另有 ${count} 条新记录等待封存（正常）。`,
    stopped: '已停止，结论不完整。',
  },
  {
    title: 'Verify the chain',
    help: 'Every record’s hash is computed anew and compared with the anchors: changes, deletions and insertions show.',
    count: 'Sealed records',
    head: 'Head',
    at: 'Sealed at',
    start: 'Verify',
    stop: 'Stop',
    progress: 'Records verified',
    sound: (count) => `Sound: ${count} records agree with chain and anchors.`,
    soundNext: 'Write the head down to compare later.',
    broken: (what) => `Not sound: ${what}`,
    where: (from, through) => `At ${from ?? 'an unknown place'}${through === null ? '' : ` to ${through}`}`,
    record: (id) => `Record ${id}`,
    brokenNext: 'Touch nothing; tell the security administrator and the head of the bureau at once.',
    pending: (count) => `${count} new records wait to be sealed (as they should).`,
    stopped: 'Stopped; this is no conclusion.',
  },
);

/** Records a request asks for: few enough that the bar moves. */
const batch = 2_000;

export function ChainCheck() {
  const t = useWords(words);
  const head = api.useQuery('get', '/v1/audit-chain/head', {});
  const { run, stop, busy, checked, report, error, halted } = useVerification();
  return (
    <Section title={t.title}>
      <p className="fine">{t.help}</p>
      <QueryView query={head}>
        {(shown) => (
          <>
            <Facts
              items={[
                [t.count, shown.count],
                [t.at, <Instant key="at" value={shown.at} />],
                [
                  t.head,
                  <span key="head" className="code-text">
                    {shown.head}
                  </span>,
                ],
              ]}
            />
            <div className="form-foot">
              <Button type="primary" loading={busy} onClick={() => void run()}>
                {t.start}
              </Button>
              {busy && <Button onClick={stop}>{t.stop}</Button>}
            </div>
            {(busy || checked > 0) && (
              <WorkProgress label={t.progress} done={checked} total={Math.max(shown.count, checked)} />
            )}
          </>
        )}
      </QueryView>
      {error !== null && <ProblemNotice error={error} onRetry={() => void run()} />}
      {halted && <p role="status">{t.stopped}</p>}
      {report && !halted && <Verdict report={report} checked={checked} />}
    </Section>
  );
}

function Verdict({ report, checked }: { readonly report: Report; readonly checked: number }) {
  const t = useWords(words);
  const { language } = useSettings();
  const { fault } = report;
  if (report.sound) {
    return (
      <Alert
        type="success"
        showIcon
        role="status"
        title={t.sound(checked)}
        description={
          <>
            <p>{t.soundNext}</p>
            <p className="code-text">{report.head.head}</p>
            {report.pending !== null && report.pending > 0 && <p>{t.pending(report.pending)}</p>}
          </>
        }
      />
    );
  }
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={t.broken(fault ? codeText(chainFault, fault.kind, language) : '')}
      description={
        <>
          {fault && <p>{t.where(fault.sequence, fault.through)}</p>}
          {fault?.recordId && <p>{t.record(fault.recordId)}</p>}
          <p>{t.brokenNext}</p>
        </>
      }
    />
  );
}

/** Verifies stretch after stretch until the end, the first fault, or a halt. */
function useVerification() {
  const [state, setState] = useState<{ busy: boolean; checked: number; report: Report | null; error: unknown }>({
    ...{ busy: false, checked: 0, report: null, error: null },
  });
  const [halted, setHalted] = useState(false);
  const halt = useRef(false);
  const client = useQueryClient();
  const stretch = (from: number): Promise<Report> =>
    client.fetchQuery({
      ...api.queryOptions('get', '/v1/audit-chain/verification', {
        params: { query: { from, through: from + batch - 1 } },
      }),
      staleTime: 0,
    });
  const run = async (): Promise<void> => {
    halt.current = false;
    setHalted(false);
    setState({ busy: true, checked: 0, report: null, error: null });
    let from: number | null = 1;
    let checked = 0;
    try {
      while (from !== null && !halt.current) {
        const report: Report = await stretch(from);
        checked += report.checked;
        from = report.sound ? report.nextFrom : null;
        setState({ busy: from !== null, checked, report: from === null ? report : null, error: null });
      }
      if (halt.current) {
        setHalted(true);
        setState((before) => ({ ...before, busy: false }));
      }
    } catch (error) {
      setState({ busy: false, checked, report: null, error });
    }
  };
  return { ...state, halted, run, stop: () => (halt.current = true) };
}
