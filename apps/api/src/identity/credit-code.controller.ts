import { Controller, Get, Param } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { parseCreditCode, type CreditCode } from '#domain/identifiers/credit-code.js';
import { TextField } from '../http/fields.js';
import { Operation } from '../http/operation.js';
import { unwrap } from '../http/refusal.exception.js';

const kinds = [
  'stateOrgan',
  'publicInstitution',
  'socialOrganization',
  'privateNonEnterprise',
  'foundation',
  'enterprise',
  'individualBusiness',
  'farmerCooperative',
] as const satisfies readonly CreditCode['kind'][];
const warnings = [
  'creditCode.checkCharacter',
  'creditCode.organizationCode',
] as const satisfies readonly CreditCode['warnings'][number][];

export class CreditCodeParam {
  @TextField({ title: '统一社会信用代码', max: 40, example: '91621002MA71ABC01J' }) code!: string;
}

export class CreditCodeView {
  @ApiProperty({ description: '代码（全角、小写、空格已规整）' }) code!: string;
  @ApiProperty({ description: '前两位所示的机构类别', type: 'string', enum: kinds, nullable: true })
  kind!: string | null;
  @ApiProperty({ description: '登记管理机关的行政区划（县级则为县区代码）' }) placeCode!: string;
  @ApiProperty({ description: '校验不符之处；有一处即须写说明', enum: warnings, isArray: true }) warnings!: string[];
}

/** What a code says by itself. Whether somebody signed up with it is not told here. */
@ApiTags('单位')
@Controller('v1/credit-codes')
export class CreditCodeController {
  @Get(':code')
  @Operation({
    summary: '核对一个统一社会信用代码，读出机构类别和区划',
    description: '按 GB 32100—2015 校验，不查询任何单位。',
    access: 'public',
    answer: CreditCodeView,
    errors: ['creditCode.malformed'],
  })
  read(@Param() { code }: CreditCodeParam): CreditCodeView {
    const read = unwrap(parseCreditCode(code));
    return { code: read.code, kind: read.kind, placeCode: read.placeCode, warnings: [...read.warnings] };
  }
}
