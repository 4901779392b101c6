import { Alert, Button } from 'antd';
import { Link, useLocation } from 'react-router';
import { ApiProblem, isOffline } from '../api/problem.ts';
import { bilingual, useWords } from '../text/words.ts';

const words = bilingual(
  {
    offline: '连不上服务器',
    offlineRepair: '请检查网络后重试。已填的内容还在，没有丢失。',
    unknown: '页面出错了',
    unknownRepair: '请刷新页面重试；仍不行的，请联系市场管理人员。',
    signIn: '去登录',
    retry: '重试',
    article: '依据',
    request: '请求编号（报修时请提供）',
    wait: (seconds: number) => `请在 ${seconds} 秒后重试。`,
  },
  {
    offline: 'The server cannot be reached',
    offlineRepair: 'Check the network and try again. What you filled in is still here.',
    unknown: 'Something went wrong on this page',
    unknownRepair: 'Reload the page; if it happens again, tell the market’s staff.',
    signIn: 'Sign in',
    retry: 'Try again',
    article: 'Legal basis',
    request: 'Request id (quote it when you report this)',
    wait: (seconds) => `Try again in ${seconds} seconds.`,
  },
);

/** What went wrong, why, how to mend it and who can: for every refusal of the API, and when there was no answer. */
export function ProblemNotice({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const t = useWords(words);
  const { pathname, search } = useLocation();
  const problem = error instanceof ApiProblem ? error.problem : null;
  const title = problem?.title ?? (isOffline(error) ? t.offline : t.unknown);
  const repair = problem?.repair ?? (isOffline(error) ? t.offlineRepair : t.unknownRepair);
  const wait = error instanceof ApiProblem ? error.retryAfterSeconds : null;
  return (
    <Alert
      type={problem?.status === 403 || problem?.status === 404 ? 'warning' : 'error'}
      showIcon
      role="alert"
      title={title}
      description={
        <>
          {problem && <p>{problem.detail}</p>}
          {problem?.errors && (
            <ul>
              {problem.errors.map((fault) => (
                <li key={fault.pointer}>{fault.detail}</li>
              ))}
            </ul>
          )}
          <p>{repair}</p>
          {wait !== null && <p>{t.wait(wait)}</p>}
          {problem?.article && (
            <p>
              {t.article}：{problem.article}
            </p>
          )}
          {problem && problem.status >= 500 && (
            <p className="fine">
              {t.request}：{problem.requestId}
            </p>
          )}
          {problem?.status === 401 && (
            <Link to={`/sign-in?to=${encodeURIComponent(pathname + search)}`}>{t.signIn}</Link>
          )}
          {onRetry && problem?.status !== 401 && problem?.status !== 403 && problem?.status !== 404 && (
            <Button onClick={onRetry}>{t.retry}</Button>
          )}
        </>
      }
    />
  );
}
