import { ChoiceField, IdField, TextField } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

export class CreateObjectionDto {
  @TextField({
    title: '异议的事实和理由',
    min: 5,
    max: 2000,
    example: '该成果系与我单位合作完成，尚未就权属达成一致。',
  })
  reason!: string;
}

export class DecideObjectionDto {
  @ChoiceField({ title: '处理结果（成立、不成立）', values: ['uphold', 'dismiss'], example: 'dismiss' })
  decision!: 'uphold' | 'dismiss';
  @TextField({ title: '处理理由', min: 5, max: 2000, example: '经核对合作协议，成果归公示单位所有。' }) reason!: string;
}

/** Path parameters of one objection. */
export class ObjectionParams {
  @IdField({ title: '公示编号' }) id!: string;
  @IdField({ title: '异议编号' }) objectionId!: string;
}

export class ObjectionQuery extends PageQuery {
  @ChoiceField({ title: '只看等候本方处理的（yes）', values: ['yes'], optional: true, example: 'yes' }) waiting?: 'yes';
}
