import { useState } from 'react';
import { Input } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { eventAudience } from '../../text/codes/webhook.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code } from '../../ui/code.tsx';
import { ListTable, type Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    title: '事件目录',
    lead: (days: number) => `市场里发生的每一种变化。推送和读取的内容只有编号和状态，保留 ${days} 天。`,
    hooks: '事件推送',
    filter: '按名称或类型筛选',
    type: '类型',
    name: '名称',
    audience: '告知谁',
    example: '内容示例',
    show: '看示例',
    none: '没有符合的事件，请换一个词。',
  },
  {
    title: 'Events',
    lead: (days) => `Every kind of change. What is sent has ids and states only, and is kept for ${days} days.`,
    hooks: 'Webhooks',
    filter: 'Filter by name or type',
    type: 'Type',
    name: 'Name',
    audience: 'Told to',
    example: 'Example',
    show: 'Show',
    none: 'Nothing fits; try another word.',
  },
);

export function Component() {
  const t = useWords(words);
  const [wanted, setWanted] = useState('');
  const types = api.useQuery('get', '/v1/event-types', {}, { staleTime: Infinity });
  const columns: Column<Schemas['EventTypeView']>[] = [
    { key: 'name', title: t.name, render: ({ title }) => title },
    { key: 'type', title: t.type, render: ({ type }) => <code>{type}</code> },
    { key: 'audience', title: t.audience, render: ({ audience }) => <Code codes={eventAudience} value={audience} /> },
    {
      key: 'example',
      title: t.example,
      render: ({ type, example }) => (
        <details>
          <summary>
            {t.show}
            <span className="visually-hidden">：{type}</span>
          </summary>
          <pre tabIndex={0}>{JSON.stringify(example, null, 2)}</pre>
        </details>
      ),
    },
  ];
  return (
    <Page
      title={t.title}
      lead={types.data && t.lead(types.data.retentionDays)}
      crumbs={[{ title: t.hooks, to: '/workbench/webhooks' }]}
    >
      <Section title={t.title}>
        <p>
          <label>
            {t.filter} <Input value={wanted} onChange={({ target }) => setWanted(target.value.trim())} />
          </label>
        </p>
        <QueryView query={types}>
          {({ items }) => (
            <ListTable
              caption={t.title}
              columns={columns}
              rows={items.filter(({ type, title }) => `${type} ${title}`.toLowerCase().includes(wanted.toLowerCase()))}
              rowKey={({ type }) => type}
              empty={t.none}
            />
          )}
        </QueryView>
      </Section>
    </Page>
  );
}
