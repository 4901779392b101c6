import { applyDecorators, type Type as ClassType } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { isLocalDate } from '#domain/calendar/local-date.js';

/** Field decorators: one names, documents and checks a field, with a Chinese message that says how to repair it. */
interface FieldOptions {
  /** Chinese name of the field as a user reads it. */
  readonly title: string;
  readonly example?: unknown;
  readonly optional?: boolean;
}

function field(
  options: FieldOptions,
  schema: Record<string, unknown>,
  ...checks: PropertyDecorator[]
): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      description: options.title,
      required: !options.optional,
      ...(options.example !== undefined && { example: options.example }),
      ...schema,
    }),
    ...(options.optional ? [IsOptional()] : []),
    ...checks,
  );
}

/** Control characters but tab and line ends, and lone surrogates: PostgreSQL or a printer would choke on them. */

const unprintable =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Text of `min`–`max` characters (code points), trimmed. */
export function TextField(options: FieldOptions & { readonly min?: number; readonly max: number }): PropertyDecorator {
  const min = options.min ?? 1;
  return field(
    options,
    { type: 'string', minLength: min, maxLength: options.max },
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)),
    ValidateBy({
      name: 'text',
      validator: {
        validate: (value: unknown) => {
          if (typeof value !== 'string' || unprintable.test(value)) return false;
          const length = [...value].length;
          return length >= min && length <= options.max;
        },
        defaultMessage: () => `${options.title}应为 ${min} 至 ${options.max} 个字符的文本，不含控制字符`,
      },
    }),
  );
}

/** Text of a fixed shape. `shape` says it in Chinese. */
export function PatternField(
  options: FieldOptions & { readonly pattern: RegExp; readonly shape: string },
): PropertyDecorator {
  return field(
    options,
    { type: 'string', pattern: options.pattern.source },
    Matches(options.pattern, { message: `${options.title}应为${options.shape}` }),
  );
}

export function ChoiceField(options: FieldOptions & { readonly values: readonly string[] }): PropertyDecorator {
  return field(
    options,
    { type: 'string', enum: [...options.values] },
    IsIn([...options.values], { message: `${options.title}只能是：${options.values.join('、')}` }),
  );
}

/** Amount in 元 as decimal text with at most two decimals. Parse with parseYuan; never a JSON number. */
export function YuanField(options: FieldOptions): PropertyDecorator {
  const pattern = /^\d{1,13}(\.\d{1,2})?$/;
  return field(
    { example: '1200000.00', ...options },
    { type: 'string', pattern: pattern.source },
    Matches(pattern, { message: `${options.title}应为以元为单位的文本金额，最多两位小数，例如 "1200000.00"` }),
  );
}

/** Calendar day `YYYY-MM-DD`. */
export function DateField(options: FieldOptions): PropertyDecorator {
  return field(
    { example: '2026-12-31', ...options },
    { type: 'string', format: 'date' },
    ValidateBy({
      name: 'localDate',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isLocalDate(value) && value >= '1900-01-01',
        defaultMessage: () => `${options.title}应为真实存在的日期，写作 YYYY-MM-DD`,
      },
    }),
  );
}

/** Instant as RFC 3339 with its offset from UTC, between 2000 and 2200. */
export function InstantField(options: FieldOptions): PropertyDecorator {
  const shape = /^(20|21)\d{2}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;
  return field(
    { example: '2026-12-31T09:00:00+08:00', ...options },
    { type: 'string', format: 'date-time' },
    ValidateBy({
      name: 'instant',
      validator: {
        validate: (value: unknown) =>
          typeof value === 'string' &&
          shape.test(value) &&
          isLocalDate(value.slice(0, 10)) &&
          !Number.isNaN(Date.parse(value)),
        defaultMessage: () => `${options.title}应为带时区的时刻，例如 2026-12-31T09:00:00+08:00`,
      },
    }),
  );
}

export function IdField(options: FieldOptions): PropertyDecorator {
  return field(
    { example: '0193f0a2-7c1e-7000-8000-000000000000', ...options },
    { type: 'string', format: 'uuid' },
    IsUUID(undefined, { message: `${options.title}应为 UUID` }),
  );
}

export function IntegerField(
  options: FieldOptions & { readonly min: number; readonly max: number },
): PropertyDecorator {
  const message = `${options.title}应为 ${options.min} 至 ${options.max} 的整数`;
  return field(
    options,
    { type: 'integer', minimum: options.min, maximum: options.max },
    IsInt({ message }),
    Min(options.min, { message }),
    Max(options.max, { message }),
  );
}

export function FlagField(options: FieldOptions): PropertyDecorator {
  return field(options, { type: 'boolean' }, IsBoolean({ message: `${options.title}应为 true 或 false` }));
}

/** A list of 0–`max` objects of a DTO class. */
export function ListField(
  options: FieldOptions & { readonly of: () => ClassType; readonly min?: number; readonly max: number },
): PropertyDecorator {
  const min = options.min ?? 0;
  const message = `${options.title}应为 ${min} 至 ${options.max} 项的列表`;
  return field(
    options,
    // An arrow named `type` is what Swagger takes for a class that is told later.
    { type: () => options.of(), isArray: true, minItems: min, maxItems: options.max },
    IsArray({ message }),
    ArrayMinSize(min, { message }),
    ArrayMaxSize(options.max, { message }),
    ValidateNested({ each: true, message: `${options.title}的每一项都应是对象` }),
    Type(options.of),
  );
}

/** A list of texts of one shape. */
export function TextListField(
  options: FieldOptions & {
    readonly pattern: RegExp;
    readonly shape: string;
    readonly max: number;
    readonly min?: number;
  },
): PropertyDecorator {
  const min = options.min ?? 0;
  const message = `${options.title}应为 ${min} 至 ${options.max} 项的列表，每项为${options.shape}`;
  return field(
    options,
    {
      type: 'string',
      isArray: true,
      minItems: min,
      maxItems: options.max,
      items: { type: 'string', pattern: options.pattern.source },
    },
    IsArray({ message }),
    ArrayMinSize(min, { message }),
    ArrayMaxSize(options.max, { message }),
    Matches(options.pattern, { each: true, message }),
  );
}

/** A nested object of a DTO class. */
export function ObjectField(options: FieldOptions & { readonly of: () => ClassType }): PropertyDecorator {
  return field(
    options,
    { type: () => options.of() },
    ValidateBy({
      name: 'object',
      validator: {
        validate: (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value),
        defaultMessage: () => `${options.title}应为对象`,
      },
    }),
    ValidateNested({ message: `${options.title}应为对象` }),
    Type(options.of),
  );
}
