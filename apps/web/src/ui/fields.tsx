import type { ReactNode } from 'react';
import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import type { CodeWords } from '../text/codes/codes.ts';
import { bilingual, useWords } from '../text/words.ts';
import { useChoices } from './code.tsx';
import { DayField } from './day-field.tsx';
import { FileField } from './file-field.tsx';
import { instantText } from './figures.tsx';

const words = bilingual(
  {
    missing: (label: string) => `请填写“${label}”。`,
    choose: (label: string) => `请选择“${label}”。`,
    yuan: '应为元，至多两位小数，例如 500000 或 500000.50。',
  },
  {
    missing: (label) => `Fill in “${label}”.`,
    choose: (label) => `Choose “${label}”.`,
    yuan: 'Give yuan with at most two decimals, e.g. 500000 or 500000.50.',
  },
);

type FieldName = string | (string | number)[];

interface FieldProps {
  readonly name: FieldName;
  readonly label: string;
  readonly help?: ReactNode;
  readonly optional?: boolean;
  /** What is said when nothing was given; else the label is asked for. */
  readonly missing?: string;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

const yuanPattern = /^\d{1,13}(\.\d{1,2})?$/;

function Field(props: FieldProps & { readonly rules: object[]; readonly children: ReactNode }) {
  const { name, label, help, rules, children } = props;
  return (
    <Form.Item name={name} label={label} extra={help} rules={rules}>
      {children}
    </Form.Item>
  );
}

/** A line of text, or with `long` several. */
export function TextField(props: FieldProps & { readonly max?: number; readonly long?: boolean }) {
  const t = useWords(words);
  const { max = 500, long, label } = props;
  const rules = props.optional
    ? []
    : [{ required: true, whitespace: true, message: props.missing ?? t.missing(label) }];
  return (
    <Field {...props} rules={rules}>
      {long ? (
        <Input.TextArea maxLength={max} autoSize={{ minRows: 3, maxRows: 16 }} />
      ) : (
        <Input maxLength={max} autoComplete="off" />
      )}
    </Field>
  );
}

/** An amount in yuan, as exact text. */
export function YuanField(props: FieldProps) {
  const t = useWords(words);
  return (
    <Field {...props} rules={[{ required: props.optional !== true, pattern: yuanPattern, message: t.yuan }]}>
      <Input inputMode="decimal" autoComplete="off" />
    </Field>
  );
}

export function CountField(props: FieldProps & { readonly min?: number; readonly max: number }) {
  const t = useWords(words);
  const { min = 1, max, label } = props;
  return (
    <Field {...props} rules={props.optional ? [] : [{ required: true, message: props.missing ?? t.missing(label) }]}>
      <InputNumber min={min} max={max} precision={0} controls={false} />
    </Field>
  );
}

/** One of some things, or with `many` several. */
export function ChoiceField(
  props: FieldProps & {
    readonly choices: readonly Choice[];
    readonly many?: boolean;
    readonly onChange?: (value: string) => void;
  },
) {
  const t = useWords(words);
  const { choices, many, optional, label, onChange } = props;
  return (
    <Field {...props} rules={optional ? [] : [{ required: true, message: props.missing ?? t.choose(label) }]}>
      <Select
        options={[...choices]}
        showSearch={{ optionFilterProp: 'label' }}
        {...(optional && { allowClear: true })}
        {...(many && { mode: 'multiple' as const })}
        {...(onChange && { onChange })}
      />
    </Field>
  );
}

/** One value of an enumeration of the API. */
export function CodeField(
  props: FieldProps & {
    readonly codes: Readonly<Record<string, CodeWords>>;
    readonly only?: readonly string[];
    readonly many?: boolean;
    readonly onChange?: (value: string) => void;
  },
) {
  const { codes, only, ...rest } = props;
  const choices = useChoices(codes).filter(({ value }) => only?.includes(value) ?? true);
  return <ChoiceField {...rest} choices={choices} />;
}

export function DayItem(props: FieldProps) {
  const t = useWords(words);
  return (
    <Field {...props} rules={props.optional ? [] : [{ required: true, message: t.missing(props.label) }]}>
      <DayField />
    </Field>
  );
}

export function TickField({ name, label }: Pick<FieldProps, 'name' | 'label'>) {
  return (
    <Form.Item name={name} valuePropName="checked">
      <Checkbox>{label}</Checkbox>
    </Form.Item>
  );
}

/** A moment, asked for and shown in Beijing time wherever the visitor sits; the form holds it as an instant. */
export function InstantItem(props: FieldProps) {
  const t = useWords(words);
  return (
    <Field {...props} rules={props.optional ? [] : [{ required: true, message: t.missing(props.label) }]}>
      <InstantInput />
    </Field>
  );
}

function InstantInput(props: {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (instant: string | undefined) => void;
}) {
  return (
    <input
      id={props.id}
      type="datetime-local"
      className="day-field"
      value={props.value ? instantText(props.value).replace(' ', 'T') : ''}
      onChange={({ target }) =>
        props.onChange?.(target.value ? new Date(`${target.value}:00+08:00`).toISOString() : undefined)
      }
    />
  );
}

/** A file to hand in with the form. */
export function FileItem(props: FieldProps) {
  const t = useWords(words);
  return (
    <Field {...props} rules={props.optional ? [] : [{ required: true, message: t.choose(props.label) }]}>
      <FileField />
    </Field>
  );
}
