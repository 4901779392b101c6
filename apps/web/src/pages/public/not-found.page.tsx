import { Link } from 'react-router';
import { bilingual, useWords } from '../../text/words.ts';
import { Page } from '../../ui/page.tsx';

const words = bilingual(
  {
    title: '没有这个页面',
    text: '地址可能输错了，或内容已经撤下。',
    search: '检索成果和需求',
    home: '回到首页',
    guide: '办事指南',
  },
  {
    title: 'No such page',
    text: 'The address may be mistyped, or the content was taken down.',
    search: 'Search',
    home: 'Home',
    guide: 'How to',
  },
);

export function Component() {
  const t = useWords(words);
  return (
    <Page title={t.title} lead={t.text}>
      <p>
        <Link to="/search">{t.search}</Link> · <Link to="/guide">{t.guide}</Link> · <Link to="/">{t.home}</Link>
      </p>
    </Page>
  );
}
