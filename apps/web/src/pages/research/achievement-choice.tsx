import { Form, Select } from 'antd';
import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';

const words = bilingual(
  {
    label: '成果',
    missing: '请选择成果。',
    none: '没有可选的成果，先披露并入库。',
    list: '本单位的科技成果',
  },
  {
    label: 'Achievement',
    missing: 'Choose an achievement.',
    none: 'There is none to choose: disclose one and enter it into the library first.',
    list: 'Our achievements',
  },
);

/** The title of an achievement by its id. */
export function AchievementTitle({ id }: { readonly id: string }) {
  const { data } = api.useQuery('get', '/v1/achievements/{id}', { params: { path: { id } } }, { staleTime: 60_000 });
  return <>{data?.title ?? '…'}</>;
}

/** Which of the unit's own achievements a form is about. */
export function AchievementField(props: {
  readonly only?: (state: Schemas['AchievementView']['state']) => boolean;
  readonly onChange?: (id: string) => void;
}) {
  const t = useWords(words);
  const { data } = api.useQuery('get', '/v1/achievements/mine', { params: { query: { limit: 100 } } });
  const choices = (data?.items ?? []).filter(({ state }) => props.only?.(state) ?? true);
  return (
    <Form.Item
      name="achievementId"
      label={t.label}
      rules={[{ required: true, message: t.missing }]}
      extra={
        data && choices.length === 0 ? (
          <>
            {t.none} <Link to="/workbench/achievements">{t.list}</Link>
          </>
        ) : undefined
      }
    >
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        options={choices.map(({ id, title }) => ({ value: id, label: title }))}
        {...(props.onChange && { onChange: props.onChange })}
      />
    </Form.Item>
  );
}
