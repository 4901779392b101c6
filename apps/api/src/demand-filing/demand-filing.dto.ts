import {
  consentWays,
  principalKinds,
  type ConsentWay,
  type PrincipalKind,
} from '#domain/demand-filing/demand-filing.js';
import { CreateDemandDto } from '../demand/demand.dto.js';
import { ChoiceField, DateField, IdField, ObjectField, PatternField, TextField } from '../http/fields.js';

export class FilingPrincipalDto {
  @ChoiceField({
    title: '需求方类别：cooperative 合作社，farmerGroup 农户小组，farmer 农户',
    values: principalKinds,
    example: 'farmerGroup',
  })
  kind!: PrincipalKind;
  @TextField({ title: '需求方名称', min: 2, max: 100, example: '环县某村养羊小组' }) name!: string;
  @IdField({ title: '需求方在本平台的单位编号', optional: true }) organizationId?: string | null;
  @TextField({ title: '联系人（受保护，不公开）', min: 1, max: 50, example: '示例农户' }) contactName!: string;
  @PatternField({
    title: '联系电话（受保护，不公开）',
    pattern: /^\+?[0-9][0-9 -]{5,19}$/,
    shape: '电话号码',
    example: '0934-0000000',
  })
  contactPhone!: string;
}

export class FilingConsentDto {
  @ChoiceField({
    title: '同意的方式：written 书面，inPerson 当面口头，phone 电话，message 短信或微信',
    values: consentWays,
    example: 'phone',
  })
  how!: ConsentWay;
  @DateField({ title: '同意的日期', example: '2026-11-20' }) givenOn!: string;
  @TextField({ title: '谁表示的同意', min: 1, max: 50, example: '示例农户' }) givenBy!: string;
  @TextField({ title: '同意的内容与经过', min: 5, max: 1000, example: '电话回访确认同意公开需求、不公开联系方式' })
  note!: string;
}

export class FileDemandDto {
  @ObjectField({ title: '需求内容', of: () => CreateDemandDto }) demand!: CreateDemandDto;
  @ObjectField({ title: '需求方', of: () => FilingPrincipalDto }) principal!: FilingPrincipalDto;
  @ObjectField({ title: '需求方的同意', of: () => FilingConsentDto }) consent!: FilingConsentDto;
  @IdField({ title: '委托编号（技术经纪人代填时必填）', optional: true }) mandateId?: string | null;
}

export class TakeOverDto {
  @PatternField({
    title: '交接码（代填记录中没有登记本单位时必填）',
    pattern: /^[A-Za-z0-9-]{20,30}$/,
    shape: '代填单位告知的交接码',
    optional: true,
    example: 'ABCDE-FGHJK-LMNPQ-RSTUV',
  })
  code?: string | null;
}

export class WithdrawConsentDto {
  @TextField({ title: '原因', min: 2, max: 500, example: '农户来电表示不再需要' }) reason!: string;
}
