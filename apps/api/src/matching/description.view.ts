import { ApiProperty } from '@nestjs/swagger';
import { descriptionParts, type Advice, type QualityReport } from '#matching/quality/quality.js';

export class DescriptionAdviceView {
  @ApiProperty({
    description: '缺什么：problem 问题，magnitude 幅度，evidence 依据，economics 经济性',
    enum: descriptionParts,
  })
  part!: string;
  @ApiProperty({ description: '建议', example: '请写明现在是多少、希望到多少，别人才能判断自己做不做得到。' })
  text!: string;
  @ApiProperty({ description: '本行业的写法示例', example: '断奶死亡率约 12%，希望降到 5% 以下。' }) example!: string;
}

export class DescriptionCheckView {
  @ApiProperty({ description: '已经写清的部分', enum: descriptionParts, isArray: true }) present!: string[];
  @ApiProperty({ description: '建议补充的部分', type: [DescriptionAdviceView] }) advice!: DescriptionAdviceView[];
  @ApiProperty({ description: '示例所用的行业', example: '畜牧' }) industry!: string;
  @ApiProperty({ description: '内容几乎为空，别人无从判断' }) empty!: boolean;
}

export const descriptionAdviceView = ({ part, text, example }: Advice): DescriptionAdviceView => ({
  part,
  text,
  example,
});

export const descriptionCheckView = (report: QualityReport): DescriptionCheckView => ({
  present: [...report.present],
  advice: report.advice.map(descriptionAdviceView),
  industry: report.industry,
  empty: report.empty,
});
