import { Transform } from 'class-transformer';
import { contractTypes, type ContractType } from '#domain/contract/contract.js';
import { ChoiceField, DateField, IntegerField, ListField, PatternField, TextField, YuanField } from '../http/fields.js';

const maxVersion = 1_000_000;
const maxAnswers = 40;
const maxTextCharacters = 20_000;

const asNumber = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d{1,7}$/.test(value) ? Number(value) : value;

export class CompareQuery {
  @Transform(asNumber) @IntegerField({ title: '较早的版本', min: 1, max: maxVersion, example: 1 }) from!: number;
  @Transform(asNumber) @IntegerField({ title: '较晚的版本', min: 1, max: maxVersion, example: 2 }) to!: number;
}

export class CheckTextDto {
  @ChoiceField({ title: '合同类型', values: contractTypes, example: 'licence' }) type!: ContractType;
  @TextField({
    title: '合同条款文本',
    max: maxTextCharacters,
    example: '许可方改进技术应及时告知被许可方。被许可方改进的成果应无偿归许可方所有。',
  })
  text!: string;
}

export class QuestionAnswerDto {
  @PatternField({ title: '问题编号', pattern: /^[a-z][A-Za-z]{0,39}$/, shape: '字母', example: 'purpose' })
  question!: string;
  @PatternField({ title: '选项编号', pattern: /^[a-z][A-Za-z]{0,39}$/, shape: '字母', example: 'handOver' })
  answer!: string;
}

export class AnswersDto {
  @ListField({
    title: '回答',
    of: () => QuestionAnswerDto,
    max: maxAnswers,
    example: [
      { question: 'purpose', answer: 'handOver' },
      { question: 'mastered', answer: 'yes' },
      { question: 'right', answer: 'secret' },
    ],
  })
  answers!: QuestionAnswerDto[];
}

export class TaxPackQuery {
  @DateField({ title: '按哪一天的规定，不填为今天', optional: true, example: '2026-11-23' }) on?: string;
  @YuanField({ title: '年度技术转让所得（元），填写后试算企业所得税', optional: true, example: '6600000.00' })
  transferIncomeYuan?: string;
}
