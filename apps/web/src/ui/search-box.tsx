import { useEffect, useId, useState } from 'react';
import { Button, Input } from 'antd';
import { bilingual, useWords } from '../text/words.ts';

const words = bilingual(
  { label: '检索成果、需求、挂牌、单位、经纪人、专家、案例和政策', example: '例如：羔羊 早期断奶', search: '检索' },
  {
    label: 'Search achievements, demands, listings, institutions, brokers, experts, cases and policies',
    example: 'e.g. 羔羊 早期断奶',
    search: 'Search',
  },
);

/** The main act of the market: say what you look for. */
export function SearchBox({
  initial,
  onSearch,
}: {
  readonly initial?: string;
  readonly onSearch: (q: string) => void;
}) {
  const t = useWords(words);
  const id = useId();
  const [text, setText] = useState(initial ?? '');
  useEffect(() => setText(initial ?? ''), [initial]);
  return (
    <form
      role="search"
      className="search-box"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(text.trim());
      }}
    >
      <label htmlFor={id}>{t.label}</label>
      <div className="search-line">
        <Input
          id={id}
          size="large"
          value={text}
          maxLength={500}
          placeholder={t.example}
          enterKeyHint="search"
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="primary" size="large" htmlType="submit">
          {t.search}
        </Button>
      </div>
    </form>
  );
}
