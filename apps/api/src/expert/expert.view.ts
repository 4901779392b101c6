import { ApiProperty } from '@nestjs/swagger';
import type { PublicExpert } from '#application/expert/expert.service.js';

export class PublicExpertView {
  @ApiProperty({ description: '名片编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '本人同意公开的姓名或称谓' }) name!: string;
  @ApiProperty({ description: '研究方向', type: 'string', isArray: true, example: ['畜牧'] }) fields!: string[];
  @ApiProperty({ description: '本人同意公开的简介' }) introduction!: string;
  @ApiProperty({ description: '单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '单位名称' }) organizationName!: string;
  @ApiProperty({ description: '单位所在县区代码', type: 'string', nullable: true }) countyCode!: string | null;
}

export const publicExpertView = ({ fields, ...expert }: PublicExpert): PublicExpertView => ({
  ...expert,
  fields: [...fields],
});
