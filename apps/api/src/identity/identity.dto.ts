import { roles } from '#domain/shared/actor.js';
import { signUpKinds } from '#domain/organization/organization.js';
import { accountPattern } from '#application/identity/account.js';
import { ChoiceField, IdField, IntegerField, PatternField, TextField, TextListField } from '../http/fields.js';

const passwordPattern = /^[^\u0000-\u001f\u007f]{1,256}$/;
const passwordShape = '1 至 256 个字符，不含控制字符';
const accountShape = '4 至 64 个字母、数字或 . _ - @，以字母或数字开头';
const countyPattern = /^\d{6}$/;
const rolePattern = new RegExp(`^(${roles.join('|')})$`);

export class SignUpDto {
  @ChoiceField({ title: '单位类型', values: signUpKinds, example: 'enterprise' }) kind!: (typeof signUpKinds)[number];
  @TextField({ title: '单位名称', min: 2, max: 100, example: '示例·环县湖羊养殖有限公司' }) name!: string;
  @TextField({ title: '统一社会信用代码', min: 18, max: 40, example: '91621002MA71ABC01J' }) creditCode!: string;
  @TextField({
    title: '校验不符时的说明',
    min: 10,
    max: 200,
    optional: true,
    example: '营业执照原件所载，厦门市市场监督管理局 2015 年发证',
  })
  creditCodeOverride?: string;
  @PatternField({ title: '县区代码', pattern: countyPattern, shape: '六位行政区划代码', example: '621022' })
  countyCode!: string;
  @PatternField({ title: '账号', pattern: accountPattern, shape: accountShape, example: 'huyang.admin' })
  account!: string;
  @PatternField({ title: '密码', pattern: passwordPattern, shape: passwordShape, example: '羊羔断奶后要多喂三天' })
  password!: string;
  @TextField({ title: '姓名', min: 1, max: 50, example: '示例人员' }) displayName!: string;
}

export class AmendOrganizationDto {
  @TextField({ title: '单位名称', min: 2, max: 100, optional: true, example: '示例·环县湖羊养殖有限公司' })
  name?: string;
  @TextField({ title: '统一社会信用代码', min: 18, max: 40, optional: true, example: '91621002MA71ABC01J' })
  creditCode?: string;
  @TextField({
    title: '校验不符时的说明',
    min: 10,
    max: 200,
    optional: true,
    example: '营业执照原件所载，市场监管局发证',
  })
  creditCodeOverride?: string;
  @PatternField({
    title: '县区代码',
    pattern: countyPattern,
    shape: '六位行政区划代码',
    optional: true,
    example: '621022',
  })
  countyCode?: string;
}

export class OrganizationReasonDto {
  @TextField({ title: '原因', min: 2, max: 500, example: '单位名称与统一社会信用代码不符' }) reason!: string;
}

export class InviteDto {
  @PatternField({ title: '账号', pattern: accountPattern, shape: accountShape, example: 'zhang.broker' })
  account!: string;
  @TextField({ title: '姓名', min: 1, max: 50, example: '示例经纪人' }) displayName!: string;
  @TextListField({ title: '角色', pattern: rolePattern, shape: '角色名', min: 1, max: 11, example: ['broker'] })
  roles!: (typeof roles)[number][];
}

export class RolesDto {
  @TextListField({ title: '角色', pattern: rolePattern, shape: '角色名', min: 1, max: 11, example: ['broker'] })
  roles!: (typeof roles)[number][];
}

export class MemberParam {
  @IdField({ title: '单位编号' }) id!: string;
  @IdField({ title: '人员编号' }) personId!: string;
}

export class SignInDto {
  @PatternField({ title: '账号', pattern: accountPattern, shape: accountShape, example: 'huyang.admin' })
  account!: string;
  @PatternField({ title: '密码', pattern: passwordPattern, shape: passwordShape, example: '羊羔断奶后要多喂三天' })
  password!: string;
  @IdField({ title: '代表哪个单位（默认最先加入的）', optional: true }) organizationId?: string;
  @PatternField({
    title: '新密码（初始密码或到期时）',
    pattern: passwordPattern,
    shape: passwordShape,
    optional: true,
    example: '十五只湖羊过马莲河',
  })
  newPassword?: string;
}

export class RefreshDto {
  @PatternField({
    title: '刷新令牌',
    pattern: /^[A-Za-z0-9_-]{43}$/,
    shape: '登录时得到的 refreshToken',
    example: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  })
  refreshToken!: string;
}

export class ChangePasswordDto {
  @PatternField({ title: '原密码', pattern: passwordPattern, shape: passwordShape, example: '羊羔断奶后要多喂三天' })
  currentPassword!: string;
  @PatternField({ title: '新密码', pattern: passwordPattern, shape: passwordShape, example: '十五只湖羊过马莲河' })
  newPassword!: string;
}

export class CreateApiKeyDto {
  @TextField({ title: '用途', min: 1, max: 60, example: '撮合工作台' }) name!: string;
  @TextListField({
    title: '权限范围',
    pattern: /^(?:platform\.)?[a-z][A-Za-z]{1,39}\.(?:read|write)$/,
    shape: '<对象>.read、<对象>.write，或 platform.<平台>.read、platform.<平台>.write',
    min: 1,
    max: 200,
    example: ['demand.read'],
  })
  scopes!: string[];
  @IntegerField({ title: '有效天数', min: 1, max: 3660, example: 180 }) lifeDays!: number;
  @TextListField({
    title: '只能从这些地址使用；空为不限',
    pattern: /^[0-9A-Fa-f.:]{2,45}(?:\/\d{1,3})?$/,
    shape: 'IP 地址或网段，例如 203.0.113.0/24',
    max: 20,
    optional: true,
    example: ['203.0.113.0/24'],
  })
  addresses?: string[];
}
