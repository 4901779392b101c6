import { ApiProperty } from '@nestjs/swagger';
import { patentLicences, patentTransitions, type Patent } from '#domain/patent/patent.js';
import { statesOf } from '#domain/shared/state-machine.js';

export class PatentView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '登记单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '所保护的成果编号', type: 'string', format: 'uuid', nullable: true }) achievementId!:
    string | null;
  @ApiProperty({ description: '状态', enum: statesOf(patentTransitions) }) state!: string;
  @ApiProperty({ description: '专利号（不含前缀和点）', example: '2017106018623' }) number!: string;
  @ApiProperty({ description: '种类', enum: ['invention', 'utilityModel', 'design'] }) kind!: string;
  @ApiProperty({ description: '发明名称' }) title!: string;
  @ApiProperty({ description: '公布号或公告号', type: 'string', nullable: true, example: 'CN107000000B' })
  publicationNumber!: string | null;
  @ApiProperty({ description: '申请日', format: 'date' }) filedOn!: string;
  @ApiProperty({ description: '授权公告日', type: 'string', format: 'date', nullable: true }) grantedOn!: string | null;
  @ApiProperty({ description: '保密专利' }) secret!: boolean;
  @ApiProperty({ description: '期限的最后一日', format: 'date' }) expiresOn!: string;
  @ApiProperty({ description: '已质押' }) pledged!: boolean;
  @ApiProperty({ description: '质权人同意转让或许可' }) pledgeeConsents!: boolean;
  @ApiProperty({ description: '有效的最强许可', enum: patentLicences }) licence!: string;
  @ApiProperty({ description: '版本，用于 If-Match' }) version!: number;
}

export const patentView = (patent: Patent): PatentView => ({
  id: patent.id,
  organizationId: patent.organizationId,
  achievementId: patent.achievementId,
  state: patent.state,
  number: patent.number,
  kind: patent.kind,
  title: patent.title,
  publicationNumber: patent.publicationNumber,
  filedOn: patent.filedOn,
  grantedOn: patent.grantedOn,
  secret: patent.secret,
  expiresOn: patent.expiresOn,
  pledged: patent.pledged,
  pledgeeConsents: patent.pledgeeConsents,
  licence: patent.licence,
  version: patent.version,
});
