import { Transform } from 'class-transformer';
import { IdField, IntegerField, PatternField } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

const maxSequence = 999_999_999_999;

/** A query parameter is text: digits become the number that the field checks. */
const Digits = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value,
  );

export class AuditQuery extends PageQuery {
  @PatternField({
    title: '对象种类',
    pattern: /^[a-z][A-Za-z]{0,39}$/,
    shape: '对象的英文名，如 demand',
    optional: true,
    example: 'demand',
  })
  subjectKind?: string;
  @IdField({ title: '对象编号', optional: true }) subjectId?: string;
  @IdField({ title: '操作人编号', optional: true }) personId?: string;
  @IdField({ title: '操作单位编号', optional: true }) organizationId?: string;
}

export class VerificationQuery {
  @Digits()
  @IntegerField({ title: '起始序号', min: 1, max: maxSequence, optional: true, example: 1 })
  from?: number;
  @Digits()
  @IntegerField({ title: '终止序号', min: 1, max: maxSequence, optional: true, example: 1000 })
  through?: number;
}
