import { ApiProperty } from '@nestjs/swagger';
import { introductionTransitions, readableContact, type Introduction } from '#domain/introduction/introduction.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { statesOf } from '#domain/shared/state-machine.js';

export class IntroducerView {
  @ApiProperty({ description: '引荐人身份', enum: ['broker', 'demandSide', 'achievementSide'] }) kind!: string;
  @ApiProperty({ description: '引荐人编号', format: 'uuid' }) personId!: string;
  @ApiProperty({ description: '引荐人所在单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '所依据的委托编号', type: 'string', isArray: true }) mandateIds!: string[];
}

export class AcceptanceView {
  @ApiProperty({ description: '接受方单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '接受时间', format: 'date-time' }) acceptedAt!: string;
  @ApiProperty({ description: '联系方式；双方都接受前只有本单位可见', type: 'string', nullable: true }) contact!:
    string | null;
}

export class IntroductionView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '撮合编号', format: 'uuid' }) matchId!: string;
  @ApiProperty({ description: '需求编号', format: 'uuid' }) demandId!: string;
  @ApiProperty({ description: '成果编号', format: 'uuid' }) achievementId!: string;
  @ApiProperty({ description: '需方单位编号', format: 'uuid' }) demandOrganizationId!: string;
  @ApiProperty({ description: '供方单位编号', format: 'uuid' }) achievementOrganizationId!: string;
  @ApiProperty({ description: '引荐人', type: IntroducerView }) introducer!: IntroducerView;
  @ApiProperty({ description: '状态', enum: statesOf(introductionTransitions) }) state!: string;
  @ApiProperty({ description: '引荐说明' }) message!: string;
  @ApiProperty({ description: '双方接受记录', type: [AcceptanceView] }) acceptances!: AcceptanceView[];
  @ApiProperty({ description: '谢绝原因', type: 'string', nullable: true }) declineReason!: string | null;
  @ApiProperty({ description: '版本' }) version!: number;
  @ApiProperty({ description: '引荐时间', format: 'date-time' }) createdAt!: string;
}

export const introductionView =
  (reader: PersonActor) =>
  (introduction: Introduction): IntroductionView => ({
    id: introduction.id,
    matchId: introduction.matchId,
    demandId: introduction.demandId,
    achievementId: introduction.achievementId,
    demandOrganizationId: introduction.demandOrganizationId,
    achievementOrganizationId: introduction.achievementOrganizationId,
    introducer: {
      kind: introduction.introducer.kind,
      personId: introduction.introducer.personId,
      organizationId: introduction.introducer.organizationId,
      mandateIds: [...introduction.introducer.mandateIds],
    },
    state: introduction.state,
    message: introduction.message,
    acceptances: introduction.acceptances.map((acceptance) => ({
      organizationId: acceptance.organizationId,
      acceptedAt: acceptance.acceptedAt.toISOString(),
      contact: readableContact(introduction, acceptance, reader.organizationId),
    })),
    declineReason: introduction.declineReason,
    version: introduction.version,
    createdAt: introduction.createdAt.toISOString(),
  });
