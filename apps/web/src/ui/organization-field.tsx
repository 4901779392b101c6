import { useDeferredValue, useState } from 'react';
import { Form, Select } from 'antd';
import { api } from '../api/client.ts';
import { bilingual, useWords } from '../text/words.ts';

const words = bilingual(
  { help: '输入名称的一部分，从已核验的单位中选择。', missing: '请选择单位。', none: '没有找到这个单位。' },
  { help: 'Type part of the name and choose among verified units.', missing: 'Choose a unit.', none: 'None found.' },
);

/** A verified unit of the market, found by its name. */
export function OrganizationField(props: {
  readonly name: string;
  readonly label: string;
  readonly optional?: boolean;
}) {
  const t = useWords(words);
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const found = api.useQuery('get', '/v1/search', {
    params: { query: { kind: 'institutions', limit: 20, ...(q && { q }) } },
  });
  const choices = found.data?.items.map(({ id, title }) => ({ value: id, label: title })) ?? [];
  return (
    <Form.Item
      name={props.name}
      label={props.label}
      extra={t.help}
      rules={props.optional ? [] : [{ required: true, message: t.missing }]}
    >
      <Select
        showSearch={{ filterOption: false, onSearch: setTyped }}
        allowClear
        options={choices}
        loading={found.isFetching}
        notFoundContent={t.none}
      />
    </Form.Item>
  );
}
