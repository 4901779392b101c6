import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import type { Schemas } from '../../api/client.ts';
import { farmStage, transferMode } from '../../text/codes/market.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useChoices } from '../../ui/code.tsx';
import { useCounties, useZones } from '../../ui/places.ts';
import './research.css';

/** One who made it, with a share as people write it. */
export interface SharedInventor {
  readonly name: string;
  readonly percent: number;
}

export type AchievementDraft = Omit<Schemas['CreateAchievementDto'], 'inventors'> & {
  readonly inventors: readonly SharedInventor[];
};

export const achievementWords = bilingual(
  {
    what: '是什么成果',
    name: '成果名称',
    nameHelp: '一句话说清对象和办法，例如：湖羊羔羊早期断奶代乳料及饲喂技术',
    nameMissing: '请填写成果名称，至少两个字。',
    summary: '公开摘要',
    summaryHelp: '解决什么问题、指标提高多少、有什么依据、花多少钱。任何人都能看到，不要写商业秘密。',
    summaryMissing: '请填写公开摘要：没有摘要不能入库和发布。',
    field: '技术领域',
    keywords: '关键词（至多三个，可不填）',
    keywordsWrong: '至多三个关键词，每个至多 20 个字。',
    use: '怎样用起来',
    readiness: '技术成熟度（不清楚则留空）',
    farm: '农业成果阶段',
    county: '县区',
    zone: '示范区',
    modes: '愿意的转化方式',
    price: '意向价（元，不填为面议）',
    priceWrong: '应为元，至多两位小数，例如 1200000。',
    inside: '仅内部可见',
    detail: '详细说明',
    detailHelp: '配方、工艺等，只有本单位和科技主管部门能看到；不在本浏览器保存草稿。',
    contact: '联系方式',
    secret: '涉密（涉密成果不得公开，不能发布和挂牌）',
    inventors: '完成人和份额',
    inventorsHelp: '按贡献大小排列，份额合计必须是 100%。份额要由各完成人签署后才算数。',
    inventor: (serial: number) => `第 ${serial} 完成人`,
    person: '姓名',
    personMissing: '请填写姓名。',
    share: '份额（%）',
    shareMissing: '请填写份额，大于 0，至多两位小数。',
    total: (sum: string) => `现在合计 ${sum}%`,
    notWhole: (sum: string) => `份额合计应为 100%，现在是 ${sum}%。请调整各人的份额。`,
    twice: '有同名的完成人，请核对。',
    add: '再加一人',
    remove: '删除',
  },
  {
    what: 'The achievement',
    name: 'Name',
    nameHelp: 'What it is for and how, in one sentence',
    nameMissing: 'Fill in the name, two signs at least.',
    summary: 'Public summary',
    summaryHelp: 'Problem, figures, evidence, cost. Anybody can read it: no trade secret.',
    summaryMissing: 'Fill in the summary: nothing is published without.',
    field: 'Field (optional)',
    keywords: 'Keywords (three at most, optional)',
    keywordsWrong: 'Three at most, 20 signs each.',
    use: 'How it is used',
    readiness: 'Readiness level (leave empty when unknown)',
    farm: 'Farm stage (optional)',
    county: 'County (optional)',
    zone: 'Zone (optional)',
    modes: 'Ways of transfer',
    price: 'Asking price (yuan, empty: negotiable)',
    priceWrong: 'Yuan with at most two decimals, e.g. 1200000.',
    inside: 'Internal',
    detail: 'Details (optional)',
    detailHelp: 'Recipes, processes: only you and the bureau; no draft is kept in this browser.',
    contact: 'Contact (optional)',
    secret: 'Classified (cannot be published or listed)',
    inventors: 'Inventors and shares',
    inventorsHelp: 'By contribution; the shares sum to 100%. They count once each inventor has signed.',
    inventor: (serial) => `Inventor ${serial}`,
    person: 'Name',
    personMissing: 'Fill in the name.',
    share: 'Share (%)',
    shareMissing: 'Give a share above 0, two decimals at most.',
    total: (sum) => `${sum}% so far`,
    notWhole: (sum) => `The shares must sum to 100%; now they are ${sum}%.`,
    twice: 'Two inventors have the same name.',
    add: 'Add one',
    remove: 'Remove',
  },
);

/** What anybody will read. */
export function WhatFields() {
  const t = useWords(achievementWords);
  return (
    <>
      <Form.Item
        name="title"
        label={t.name}
        extra={t.nameHelp}
        rules={[{ required: true, min: 2, message: t.nameMissing }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="summary"
        label={t.summary}
        extra={t.summaryHelp}
        rules={[{ required: true, message: t.summaryMissing }]}
      >
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="field" label={t.field}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item
        name="keywords"
        label={t.keywords}
        rules={[{ type: 'array', max: 3, defaultField: { type: 'string', max: 20 }, message: t.keywordsWrong }]}
      >
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['、', '，', ',', ' ']} />
      </Form.Item>
    </>
  );
}

const levels = Array.from({ length: 9 }, (_, index) => ({ value: index + 1, label: `TRL ${index + 1}` }));

/** How far it is, where, and on which terms. */
export function UseFields() {
  const t = useWords(achievementWords);
  const [stages, modes, counties, zones] = [useChoices(farmStage), useChoices(transferMode), useCounties(), useZones()];
  return (
    <>
      <Form.Item name="readinessLevel" label={t.readiness}>
        <Select options={levels} allowClear />
      </Form.Item>
      <Form.Item name="farmStage" label={t.farm}>
        <Select options={stages} allowClear />
      </Form.Item>
      <Form.Item name="countyCode" label={t.county}>
        <Select options={counties} allowClear />
      </Form.Item>
      <Form.Item name="zoneCode" label={t.zone}>
        <Select options={zones} allowClear />
      </Form.Item>
      <Form.Item name="transferModes" label={t.modes}>
        <Select mode="multiple" options={modes} />
      </Form.Item>
      <Form.Item
        name="priceYuan"
        label={t.price}
        rules={[{ pattern: /^\d{1,13}(\.\d{1,2})?$/, message: t.priceWrong }]}
      >
        <Input inputMode="decimal" />
      </Form.Item>
    </>
  );
}

/** What only the owner and the bureau read. */
export function InsideFields() {
  const t = useWords(achievementWords);
  return (
    <>
      <Form.Item name="detail" label={t.detail} extra={t.detailHelp}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 16 }} maxLength={20_000} />
      </Form.Item>
      <Form.Item name="contact" label={t.contact}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="secret" valuePropName="checked">
        <Checkbox>{t.secret}</Checkbox>
      </Form.Item>
    </>
  );
}

/** Percent as people type it, in the basis points of the API. */
export const basisPoints = (percent: number | null | undefined): number => Math.round((percent ?? 0) * 100);
export const percentText = (points: number): string => String(points / 100);
export const sumOf = (inventors: readonly ({ readonly percent?: number } | undefined)[] | undefined): number =>
  (inventors ?? []).reduce((sum, one) => sum + basisPoints(one?.percent), 0);

/** Who made it, with shares that sum to the whole; `children` adds what else is asked about each. */
export function InventorFields(props: { readonly equal?: boolean; readonly more?: (name: number) => React.ReactNode }) {
  const t = useWords(achievementWords);
  const form = Form.useFormInstance();
  const inventors = Form.useWatch<{ name?: string; percent?: number }[] | undefined>('inventors', form);
  const check = (_rule: unknown, all: { name?: string; percent?: number }[] | undefined): Promise<void> => {
    const names = (all ?? []).map((one) => one?.name?.trim()).filter(Boolean);
    if (new Set(names).size < names.length) return Promise.reject(new Error(t.twice));
    if (!props.equal && sumOf(all) !== 10_000) return Promise.reject(new Error(t.notWhole(percentText(sumOf(all)))));
    return Promise.resolve();
  };
  return (
    <>
      <p className="fine">{t.inventorsHelp}</p>
      <Form.List name="inventors" rules={[{ validator: check }]}>
        {(fields, { add, remove }, { errors }) => (
          <>
            {fields.map(({ key, name }) => (
              <fieldset key={key} className="entry">
                <legend>{t.inventor(name + 1)}</legend>
                <Form.Item
                  name={[name, 'name']}
                  label={t.person}
                  rules={[{ required: true, whitespace: true, message: t.personMissing }]}
                >
                  <Input maxLength={50} />
                </Form.Item>
                {!props.equal && (
                  <Form.Item
                    name={[name, 'percent']}
                    label={t.share}
                    rules={[{ required: true, type: 'number', min: 0.01, max: 100, message: t.shareMissing }]}
                  >
                    <InputNumber precision={2} min={0} max={100} step={5} controls={false} />
                  </Form.Item>
                )}
                {props.more?.(name)}
                {fields.length > 1 && (
                  <Button onClick={() => remove(name)}>
                    {t.remove} {t.inventor(name + 1)}
                  </Button>
                )}
              </fieldset>
            ))}
            <p>
              <Button onClick={() => add({})}>{t.add}</Button>
            </p>
            {!props.equal && <p role="status">{t.total(percentText(sumOf(inventors)))}</p>}
            <div role="alert">
              <Form.ErrorList errors={errors} />
            </div>
          </>
        )}
      </Form.List>
    </>
  );
}
