import { api } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { MatchList } from './matches.tsx';

const words = bilingual(
  {
    matches: '撮合结果',
    none: '暂时没有需要它的需求。有新需求发布时，系统会继续寻找。',
    barred: '这项成果目前不参加撮合，请到成果页查看原因并改正。',
  },
  {
    matches: 'Matches',
    none: 'No demand for now. The market keeps looking as new ones come.',
    barred: 'This achievement is not matched at present; see its page for the reason.',
  },
);

/** Who needs an achievement, with the reasons, and its holder's answer: wherever it is shown. */
export function AchievementMatches({ achievementId }: { readonly achievementId: string }) {
  const t = useWords(words);
  const matches = api.useQuery('get', '/v1/achievements/{id}/matches', { params: { path: { id: achievementId } } });
  return (
    <Section title={t.matches}>
      <QueryView query={matches}>
        {({ items, notice, barred }) => (
          <>
            {notice && <p>{notice}</p>}
            {!notice && barred && <p>{t.barred}</p>}
            {items.length === 0 ? <p className="empty">{t.none}</p> : <MatchList items={items} side="achievement" />}
          </>
        )}
      </QueryView>
    </Section>
  );
}
