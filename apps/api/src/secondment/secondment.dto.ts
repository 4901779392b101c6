import { DateField, IdField, TextField } from '../http/fields.js';

export class SecondPersonDto {
  @IdField({ title: '人员编号（本单位人员）' }) personId!: string;
  @IdField({ title: '接收单位编号' }) hostOrganizationId!: string;
  @TextField({ title: '原职级、岗位', min: 2, max: 100, example: '副教授，农学院' }) post!: string;
  @DateField({ title: '派出日', example: '2026-03-10' }) startsOn!: string;
}

export class ReturnPersonDto {
  @DateField({ title: '返回日', example: '2028-09-01' }) returnedOn!: string;
}
