import { Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd';
import type { CodeWords } from '../text/codes/codes.ts';
import { bilingual, useWords } from '../text/words.ts';
import { useChoices } from './code.tsx';
import { DayField } from './day-field.tsx';

type Name = string | (string | number)[];

interface RowProps {
  readonly name: Name;
  readonly label: string;
  readonly help?: string;
  readonly optional?: boolean;
}

const words = bilingual(
  {
    missing: (label: string) => `请填写：${label}。`,
    short: (label: string, min: number) => `${label}至少 ${min} 个字。`,
    yuan: '以元为单位，最多两位小数。',
  },
  {
    missing: (label) => `Fill in: ${label}.`,
    short: (label, min) => `${label}: at least ${min} characters.`,
    yuan: 'In yuan, two decimals at most.',
  },
);

const yuanPattern = /^\d{1,13}(\.\d{1,2})?$/;

/** One question of a form, with its label, its help and what is said when it is not answered. */
function useRow({ label, optional, help }: RowProps) {
  const t = useWords(words);
  const rules = optional ? [] : [{ required: true, message: t.missing(label) }];
  return { t, rules, item: { label, ...(help !== undefined && { extra: help }) } };
}

/** A text; with `rows` of several lines. */
export function TextRow(props: RowProps & { readonly max: number; readonly min?: number; readonly rows?: number }) {
  const { t, rules, item } = useRow(props);
  const { label, max, min = 1, name, rows } = props;
  const long = { min, whitespace: true, message: t.short(label, min) };
  return (
    <Form.Item name={name} {...item} rules={min > 1 ? [...rules, long] : rules}>
      {rows === undefined ? (
        <Input maxLength={max} />
      ) : (
        <Input.TextArea maxLength={max} autoSize={{ minRows: rows, maxRows: 14 }} />
      )}
    </Form.Item>
  );
}

export function NumberRow(props: RowProps & { readonly min: number; readonly max: number }) {
  const { rules, item } = useRow(props);
  return (
    <Form.Item name={props.name} {...item} rules={rules}>
      <InputNumber min={props.min} max={props.max} precision={0} />
    </Form.Item>
  );
}

export function YuanRow(props: RowProps) {
  const { t, rules, item } = useRow(props);
  return (
    <Form.Item name={props.name} {...item} rules={[...rules, { pattern: yuanPattern, message: t.yuan }]}>
      <Input inputMode="decimal" />
    </Form.Item>
  );
}

export function DayRow(props: RowProps) {
  const { rules, item } = useRow(props);
  return (
    <Form.Item name={props.name} {...item} rules={rules}>
      <DayField />
    </Form.Item>
  );
}

/** A moment in Beijing, wherever the visitor sits: `momentOf` makes of it what the API takes. */
export function MomentRow(props: RowProps) {
  const { rules, item } = useRow(props);
  return (
    <Form.Item name={props.name} {...item} rules={rules}>
      <MomentField />
    </Form.Item>
  );
}

function MomentField(props: {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (moment: string | undefined) => void;
}) {
  return (
    <input
      id={props.id}
      type="datetime-local"
      className="day-field"
      value={props.value ?? ''}
      onChange={({ target }) => props.onChange?.(target.value || undefined)}
    />
  );
}

export const momentOf = (local: string): string => `${local}:00+08:00`;

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One of a few, all in sight. */
export function RadioRow(props: RowProps & { readonly options: readonly Choice[] }) {
  const { rules, item } = useRow(props);
  return (
    <Form.Item name={props.name} {...item} rules={rules}>
      <Radio.Group options={[...props.options]} />
    </Form.Item>
  );
}

/** One of many, or with `multiple` some. */
export function SelectRow(
  props: RowProps & {
    readonly options?: readonly Choice[];
    readonly codes?: Readonly<Record<string, CodeWords>>;
    readonly multiple?: boolean;
  },
) {
  const { rules, item } = useRow(props);
  const ofCodes = useChoices(props.codes ?? {});
  const options = props.options ? [...props.options] : ofCodes;
  return (
    <Form.Item name={props.name} {...item} rules={rules}>
      <Select
        options={options}
        allowClear={props.optional ?? false}
        showSearch={{ optionFilterProp: 'label' }}
        {...(props.multiple && { mode: 'multiple' as const })}
      />
    </Form.Item>
  );
}

/** A yes that may be left out. */
export function FlagRow({ name, label, help }: RowProps) {
  return (
    <Form.Item name={name} valuePropName="checked" {...(help !== undefined && { extra: help })}>
      <Checkbox>{label}</Checkbox>
    </Form.Item>
  );
}
