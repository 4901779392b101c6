import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional, ValidateBy } from 'class-validator';
import { PatternField } from '../http/fields.js';
import { PageSizeField } from '../http/paging.js';

/** Whole seconds as the query has them. */
function SecondsField(max: number, description: string): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ description, required: false, type: 'integer', minimum: 0, maximum: max, default: 0 }),
    IsOptional(),
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : value,
    ),
    ValidateBy({
      name: 'seconds',
      validator: {
        validate: (value: unknown) =>
          typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max,
        defaultMessage: () => `应为 0 至 ${max} 的整数秒`,
      },
    }),
  );
}

export class EventTypeParam {
  @PatternField({
    title: '事件类型',
    pattern: /^[A-Za-z]{1,40}\.[A-Za-z]{1,40}$/,
    shape: '事件类型，例如 demand.publish',
    example: 'demand.publish',
  })
  type!: string;
}

export class EventQueryDto {
  @PatternField({
    title: '上次答复中的 next；从最早的事件读起用 0',
    pattern: /^(0|[1-9]\d{0,17})$/,
    shape: '上次答复中的 next 原文',
    example: '0',
  })
  since!: string;

  @PatternField({
    title: '只要这些类型，用逗号隔开；不填为全部',
    pattern: /^[A-Za-z]{1,40}\.[A-Za-z]{1,40}(,[A-Za-z]{1,40}\.[A-Za-z]{1,40}){0,99}$/,
    shape: '事件类型，用逗号隔开，例如 demand.publish,deal.offer',
    optional: true,
    example: 'demand.publish,deal.offer',
  })
  types?: string;

  @PageSizeField() limit?: number;
  @SecondsField(20, '没有新事件时等待的秒数，0 为不等待') wait?: number;
}
