import { useNavigate, useSearchParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { RegistrationForm } from './registration-form.tsx';

const words = bilingual(
  {
    title: '申请成果登记',
    lead: '填写登记表，上传证明材料，由科技主管部门审核后编发十二位成果登记号。',
    mine: '成果登记',
    submit: '保存登记表',
  },
  {
    title: 'Apply for a number',
    lead: 'Fill in the form, add the proofs; the bureau reviews them and issues a number of twelve signs.',
    mine: 'Registrations of achievements',
    submit: 'Save the form',
  },
);

export function Component() {
  const t = useWords(words);
  const [params] = useSearchParams();
  const id = params.get('achievement') ?? '';
  const achievement = api.useQuery('get', '/v1/achievements/{id}', { params: { path: { id } } });
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.mine, to: '/workbench/achievement-registrations' }]}>
      <div className="narrow">
        <QueryView query={achievement}>
          {(shown) => (
            <Section title={shown.title}>
              <Draft achievement={shown} />
            </Section>
          )}
        </QueryView>
      </div>
    </Page>
  );
}

function Draft({ achievement }: { readonly achievement: Schemas['FullAchievementView'] }) {
  const t = useWords(words);
  const navigate = useNavigate();
  const me = useMe();
  const draft = api.useMutation('post', '/v1/achievement-registrations');
  const unit = me.data?.organizations.find(({ organizationId }) => organizationId === achievement.organizationId);
  if (!unit) return null;
  return (
    <RegistrationForm
      draftKey={`registration.${achievement.id}`}
      submit={t.submit}
      initial={{
        kind: achievement.kind ?? 'applied',
        title: achievement.title,
        summary: achievement.summary ?? '',
        keywords: achievement.keywords,
        firstUnit: unit.organizationName,
        inventors: achievement.disclosure?.inventors.map(({ name }) => name) ?? [],
      }}
      onSubmit={async (kind, form) => {
        const made = await draft.mutateAsync({ body: { achievementId: achievement.id, kind, form } });
        await navigate(`/workbench/achievement-registrations/${made.id}`);
      }}
    />
  );
}
