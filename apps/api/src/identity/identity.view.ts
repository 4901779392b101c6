import { ApiProperty } from '@nestjs/swagger';
import { parseCreditCode } from '#domain/identifiers/credit-code.js';
import { organizationKinds, organizationTransitions, type Organization } from '#domain/organization/organization.js';
import { personTransitions, type Person } from '#domain/person/person.js';
import { hasRole, roles, type Actor, type PersonActor } from '#domain/shared/actor.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type { ApiKey } from '#application/identity/api-key.service.js';
import type { Member, OwnMembership } from '#application/identity/member.repository.js';
import type { InvitedMember } from '#application/identity/member.service.js';
import type { OpenedSession } from '#application/identity/session.service.js';
import type { Session } from '#application/identity/session.repository.js';
import { PlatformScopeView } from './platform.scopes.js';
import { accessTokenSeconds } from './access-token.js';

const text = { type: 'string', nullable: true } as const;
const dateTime = { type: 'string', format: 'date-time' } as const;

export class OrganizationView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '单位类型', enum: organizationKinds }) kind!: string;
  @ApiProperty({ description: '名称' }) name!: string;
  @ApiProperty({ description: '统一社会信用代码' }) creditCode!: string;
  @ApiProperty({ description: '代码前两位所示的机构类别', ...text }) creditCodeKind!: string | null;
  @ApiProperty({ description: '校验不符时的说明，仅本单位和科技局可见', ...text }) creditCodeOverride!: string | null;
  @ApiProperty({ description: '县区代码' }) countyCode!: string;
  @ApiProperty({ description: '状态', enum: statesOf(organizationTransitions) }) state!: string;
  @ApiProperty({ description: '退回或停用的原因', ...text }) stateReason!: string | null;
  @ApiProperty({ description: '版本，用于 If-Match' }) version!: number;
  @ApiProperty({ description: '注册时间', ...dateTime }) createdAt!: string;
}

export function organizationView(organization: Organization, actor: Actor): OrganizationView {
  const inside =
    (actor.kind === 'person' && actor.organizationId === organization.id) ||
    hasRole(actor, 'registrar', 'countyOfficer', 'securityAdmin', 'auditor');
  const code = parseCreditCode(organization.creditCode);
  return {
    id: organization.id,
    kind: organization.kind,
    name: organization.name,
    creditCode: organization.creditCode,
    creditCodeKind: code.ok ? code.value.kind : null,
    creditCodeOverride: inside ? organization.creditCodeOverride : null,
    countyCode: organization.countyCode,
    state: organization.state,
    stateReason: inside ? organization.stateReason : null,
    version: organization.version,
    createdAt: organization.createdAt.toISOString(),
  };
}

export class MemberView {
  @ApiProperty({ description: '人员编号', format: 'uuid' }) personId!: string;
  @ApiProperty({ description: '姓名' }) displayName!: string;
  @ApiProperty({ description: '人员状态', enum: statesOf(personTransitions) }) personState!: string;
  @ApiProperty({ description: '角色', enum: roles, isArray: true }) roles!: string[];
  @ApiProperty({ description: '加入时间', ...dateTime }) since!: string;
  @ApiProperty({ description: '版本，用于 If-Match' }) version!: number;
}

export const memberView = (member: Member): MemberView => ({
  personId: member.personId,
  displayName: member.displayName,
  personState: member.personState,
  roles: [...member.roles],
  since: member.since.toISOString(),
  version: member.version,
});

export class InvitedMemberView extends MemberView {
  @ApiProperty({ description: '首次登录用的一次性密码，只显示这一次；已有账号时为 null', ...text })
  initialSecret!: string | null;
}

export const invitedMemberView = (invited: InvitedMember): InvitedMemberView => ({
  ...memberView(invited.member),
  initialSecret: invited.initialSecret,
});

export class PersonView {
  @ApiProperty({ description: '人员编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '姓名' }) displayName!: string;
  @ApiProperty({ description: '状态', enum: statesOf(personTransitions) }) state!: string;
}

export const personView = ({ id, displayName, state }: Person): PersonView => ({ id, displayName, state });

export class OwnMembershipView {
  @ApiProperty({ description: '单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '单位名称' }) organizationName!: string;
  @ApiProperty({ description: '单位类型', enum: organizationKinds }) organizationKind!: string;
  @ApiProperty({ description: '单位状态', enum: statesOf(organizationTransitions) }) organizationState!: string;
  @ApiProperty({ description: '角色', enum: roles, isArray: true }) roles!: string[];
}

const ownMembershipView = ({ countyCode: _unused, roles: held, ...own }: OwnMembership): OwnMembershipView => ({
  ...own,
  roles: [...held],
});

export class MeView extends PersonView {
  @ApiProperty({ description: '当前代表的单位', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '当前角色', enum: roles, isArray: true }) roles!: string[];
  @ApiProperty({ description: '所在单位', type: [OwnMembershipView] }) organizations!: OwnMembershipView[];
}

export const meView = (actor: PersonActor, person: Person, memberships: readonly OwnMembership[]): MeView => ({
  ...personView(person),
  organizationId: actor.organizationId,
  roles: [...actor.roles],
  organizations: memberships.map(ownMembershipView),
});

export class OpenedSessionView {
  @ApiProperty({ description: '会话编号', format: 'uuid' }) sessionId!: string;
  @ApiProperty({ description: '访问令牌，放入 Authorization: Bearer' }) accessToken!: string;
  @ApiProperty({ description: '令牌类型', enum: ['Bearer'] }) tokenType!: string;
  @ApiProperty({ description: '访问令牌有效秒数', example: accessTokenSeconds }) expiresIn!: number;
  @ApiProperty({ description: '刷新令牌，只能用一次' }) refreshToken!: string;
  @ApiProperty({ description: '刷新令牌失效时间', ...dateTime }) refreshExpiresAt!: string;
  @ApiProperty({ description: '人员编号', format: 'uuid' }) personId!: string;
  @ApiProperty({ description: '当前代表的单位', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '所在单位', type: [OwnMembershipView] }) organizations!: OwnMembershipView[];
}

export const openedSessionView = (opened: OpenedSession, accessToken: string): OpenedSessionView => ({
  sessionId: opened.sessionId,
  accessToken,
  tokenType: 'Bearer',
  expiresIn: accessTokenSeconds,
  refreshToken: opened.refreshToken,
  refreshExpiresAt: opened.refreshExpiresAt.toISOString(),
  personId: opened.personId,
  organizationId: opened.organizationId,
  organizations: opened.memberships.map(ownMembershipView),
});

export class PortalSessionView {
  @ApiProperty({ description: '会话编号', format: 'uuid' }) sessionId!: string;
  @ApiProperty({ description: '访问令牌，只放在内存里' }) accessToken!: string;
  @ApiProperty({ description: '访问令牌有效秒数', example: accessTokenSeconds }) expiresIn!: number;
  @ApiProperty({ description: '人员编号', format: 'uuid' }) personId!: string;
  @ApiProperty({ description: '当前代表的单位', format: 'uuid' }) organizationId!: string;
}

export const portalSessionView = (opened: OpenedSession, accessToken: string): PortalSessionView => ({
  sessionId: opened.sessionId,
  accessToken,
  expiresIn: accessTokenSeconds,
  personId: opened.personId,
  organizationId: opened.organizationId,
});

export class SessionView {
  @ApiProperty({ description: '会话编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '代表的单位', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '登录时间', ...dateTime }) createdAt!: string;
  @ApiProperty({ description: '最迟结束时间', ...dateTime }) expiresAt!: string;
  @ApiProperty({ description: '最近续期时间', ...dateTime, nullable: true }) lastUsedAt!: string | null;
}

export const sessionView = (session: Session): SessionView => ({
  id: session.id,
  organizationId: session.organizationId,
  createdAt: session.createdAt.toISOString(),
  expiresAt: session.expiresAt.toISOString(),
  lastUsedAt: session.lastUsedAt?.toISOString() ?? null,
});

export class ApiKeyView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '用途' }) name!: string;
  @ApiProperty({ description: '密钥开头' }) hint!: string;
  @ApiProperty({ description: '权限范围', type: [String] }) scopes!: string[];
  @ApiProperty({ description: '可使用的地址；空为不限', type: [String] }) addresses!: string[];
  @ApiProperty({ description: '创建时间', ...dateTime }) createdAt!: string;
  @ApiProperty({ description: '失效时间', ...dateTime }) expiresAt!: string;
  @ApiProperty({ description: '最近使用时间（精确到分钟）', ...dateTime, nullable: true }) lastUsedAt!: string | null;
}

export const apiKeyView = (key: ApiKey): ApiKeyView => ({
  id: key.id,
  name: key.name,
  hint: key.hint,
  scopes: [...key.scopes],
  addresses: [...key.addresses],
  createdAt: key.createdAt.toISOString(),
  expiresAt: key.expiresAt.toISOString(),
  lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
});

export class NewApiKeyView extends ApiKeyView {
  @ApiProperty({ description: '密钥全文，只显示这一次' }) key!: string;
}

export class ApiKeyListView {
  @ApiProperty({ description: '有效的密钥', type: [ApiKeyView] }) items!: ApiKeyView[];
}

export class ScopeListView {
  @ApiProperty({ description: '密钥可用的权限范围', type: [String] }) items!: string[];
  @ApiProperty({ description: '按平台的权限范围', type: [PlatformScopeView] }) platforms!: PlatformScopeView[];
}
