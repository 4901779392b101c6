import { useParams } from 'react-router';
import { api } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Page } from '../../ui/page.tsx';
import { AchievementMatches } from './achievement-matches.tsx';

const words = bilingual(
  { title: '谁需要这项成果', list: '成果的撮合' },
  { title: 'Who needs this achievement', list: 'Matches of achievements' },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const achievement = api.useQuery('get', '/v1/achievements/{id}', { params: { path: { id } } });
  return (
    <Page
      title={achievement.data?.title ?? t.title}
      lead={t.title}
      crumbs={[{ title: t.list, to: '/workbench/achievement-matches' }]}
    >
      <AchievementMatches achievementId={id} />
    </Page>
  );
}
