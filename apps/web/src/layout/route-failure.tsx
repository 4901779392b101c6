import { useRouteError } from 'react-router';
import { ProblemNotice } from '../ui/problem-notice.tsx';

/** A page that could not be shown at all: its file did not load (a new version was put out), or it has a fault. */
export function RouteFailure() {
  return (
    <main className="page">
      <ProblemNotice error={useRouteError()} onRetry={() => location.reload()} />
    </main>
  );
}
