import { api } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useMe } from '../../ui/me.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Members } from './members.tsx';
import './bureau.css';

const words = bilingual(
  {
    title: '用户与角色',
    lead: '科技局人员由安全管理员管理；系统管理员、安全管理员和审计人员三者分立，一人不能兼任。县区科技局的人员，从单位核验中打开该局。',
    workbench: '我的工作台',
  },
  {
    title: 'Users and roles',
    lead: 'The security administrator manages the bureau’s staff; nobody is two of system administrator, security administrator and auditor. A county bureau’s staff: open the bureau among the organizations.',
    workbench: 'Workbench',
  },
);

export function Component() {
  const t = useWords(words);
  const me = useMe();
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.workbench, to: '/workbench' }]}>
      <QueryView query={me}>{({ organizationId }) => <Own organizationId={organizationId} />}</QueryView>
    </Page>
  );
}

function Own({ organizationId }: { readonly organizationId: string }) {
  const own = api.useQuery('get', '/v1/organizations/{id}', { params: { path: { id: organizationId } } });
  return <QueryView query={own}>{(organization) => <Members organization={organization} />}</QueryView>;
}
