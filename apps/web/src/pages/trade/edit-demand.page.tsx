import { Form, Input, Select } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { transferMode } from '../../text/codes/market.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { useChoices } from '../../ui/code.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useCounties, useZones } from '../../ui/places.ts';
import { QueryView } from '../../ui/query-view.tsx';

type Amendment = Schemas['AmendDemandDto'];

const words = bilingual(
  {
    title: '修改需求',
    back: '返回需求',
    published: '需求已经发布：修改后立即公开，并重新撮合。',
    name: '需求名称',
    nameMissing: '请填写需求名称。',
    summary: '难题是什么，要达到什么指标',
    summaryMissing: '请描述难题。',
    county: '县区',
    countyMissing: '请选择县区。',
    zone: '示范区',
    field: '技术领域',
    budget: '预算（元）',
    budgetWrong: '预算应为元，至多两位小数，例如 500000 或 500000.50。',
    modes: '希望的合作方式（不限则不选）',
    neededBy: '希望用上的日期',
    save: '保存修改',
    saved: '修改已保存。',
  },
  {
    title: 'Amend the demand',
    back: 'Back to the demand',
    published: 'It is public: the change shows at once and the demand is matched again.',
    name: 'Name of the demand',
    nameMissing: 'Fill in the name.',
    summary: 'What is the problem, and which figures are to be reached',
    summaryMissing: 'Describe the problem.',
    county: 'County',
    countyMissing: 'Choose a county.',
    zone: 'Zone (optional)',
    field: 'Field (optional)',
    budget: 'Budget in yuan (optional)',
    budgetWrong: 'Give yuan with at most two decimals, e.g. 500000 or 500000.50.',
    modes: 'Wanted forms (none: any)',
    neededBy: 'Needed by (optional)',
    save: 'Save',
    saved: 'Saved.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const demand = api.useQuery('get', '/v1/demands/{id}', { params: { path: { id } } }, { refetchOnWindowFocus: false });
  return (
    <Page title={t.title} crumbs={[{ title: demand.data?.title ?? t.back, to: `/workbench/demands/${id}` }]}>
      <QueryView query={demand}>
        {(shown) => (
          <div className="narrow">
            <Section title={shown.title}>
              {shown.state === 'published' && <p role="note">{t.published}</p>}
              <Amend key={shown.version} demand={shown} />
            </Section>
          </div>
        )}
      </QueryView>
    </Page>
  );
}

function Amend({ demand }: { readonly demand: Schemas['DemandView'] }) {
  const t = useWords(words);
  const done = useDone();
  const navigate = useNavigate();
  const [counties, zones, modes] = [useCounties(), useZones(), useChoices(transferMode)];
  const amend = api.useMutation('patch', '/v1/demands/{id}');
  const { title, summary, countyCode, zoneCode, field, budget, transferModes, neededBy } = demand;
  const save = async (values: Amendment): Promise<void> => {
    const params = { path: { id: demand.id }, header: { 'If-Match': `"${demand.version}"` } };
    await done(amend.mutateAsync({ params, body: emptied(values) }), t.saved);
    await navigate(`/workbench/demands/${demand.id}`);
  };
  return (
    <ApiForm<Amendment>
      initial={{
        ...{ title, summary, countyCode, transferModes: [...transferModes] },
        ...(zoneCode && { zoneCode }),
        ...(field && { field }),
        ...(budget && { budgetYuan: budget.yuan }),
        ...(neededBy && { neededBy }),
      }}
      submit={t.save}
      onSubmit={save}
    >
      <Form.Item name="title" label={t.name} rules={[{ required: true, message: t.nameMissing }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="summary" label={t.summary} rules={[{ required: true, message: t.summaryMissing }]}>
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} maxLength={5000} />
      </Form.Item>
      <Form.Item name="countyCode" label={t.county} rules={[{ required: true, message: t.countyMissing }]}>
        <Select options={counties} />
      </Form.Item>
      <Form.Item name="zoneCode" label={t.zone}>
        <Select options={zones} allowClear />
      </Form.Item>
      <Form.Item name="field" label={t.field}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item
        name="budgetYuan"
        label={t.budget}
        rules={[{ pattern: /^\d{1,12}(\.\d{1,2})?$/, message: t.budgetWrong }]}
      >
        <Input inputMode="decimal" />
      </Form.Item>
      <Form.Item name="transferModes" label={t.modes}>
        <Select mode="multiple" options={modes} />
      </Form.Item>
      <Form.Item name="neededBy" label={t.neededBy}>
        <DayField />
      </Form.Item>
    </ApiForm>
  );
}

/** A field that was emptied is sent as null, which clears it (RFC 7396). */
const emptied = (values: Amendment): Amendment =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value === undefined || value === '' ? null : value]),
  );
