import { ApiProperty } from '@nestjs/swagger';

/** One thing wrong with one field of the input. */
export class FieldProblemView {
  @ApiProperty({ description: '出错字段的 JSON Pointer', example: '/title' }) pointer!: string;
  @ApiProperty({ description: '原因与改正方法', example: '标题应为 2 至 200 个字符' }) detail!: string;
}

/** RFC 9457 problem details; every answer that is not a success has this shape. */
export class ProblemView {
  @ApiProperty({ description: '问题类型', example: '/problems/demand.notFound' }) type!: string;
  @ApiProperty({ description: '问题名称', example: '没有这条技术需求' }) title!: string;
  @ApiProperty({ description: 'HTTP 状态码', example: 404 }) status!: number;
  @ApiProperty({ description: '稳定的错误代码', example: 'demand.notFound' }) code!: string;
  @ApiProperty({ description: '发生了什么', example: '没有这条技术需求，或您无权查看。' }) detail!: string;
  @ApiProperty({ description: '如何改正', example: '请核对编号。' }) repair!: string;
  @ApiProperty({ description: '依据的条文', required: false, example: '民法典第八百四十五条' }) article?: string;
  @ApiProperty({ description: '请求编号，报修时请提供', example: '0193f0a2-7c1e-7000-8000-000000000000' })
  requestId!: string;
  @ApiProperty({ description: '逐字段的问题', type: [FieldProblemView], required: false }) errors?: FieldProblemView[];
}
