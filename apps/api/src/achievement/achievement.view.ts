import { ApiProperty } from '@nestjs/swagger';
import {
  achievementKinds,
  achievementTransitions,
  farmStages,
  transferModes,
  type Achievement,
  type AchievementDisclosure,
} from '#domain/achievement/achievement.js';
import { statesOf } from '#domain/shared/state-machine.js';
import { moneyView, MoneyView } from '../http/money.view.js';
import { DescriptionAdviceView } from '../matching/description.view.js';

/** The layer that anybody may read. Nothing of the second layer is a member of this class. */
export class AchievementView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '持有单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(achievementTransitions) }) state!: string;
  @ApiProperty({ description: '成果名称' }) title!: string;
  @ApiProperty({ description: '公开摘要', type: 'string', nullable: true }) summary!: string | null;
  @ApiProperty({ description: '技术领域', type: 'string', nullable: true }) field!: string | null;
  @ApiProperty({ description: '关键词', type: [String] }) keywords!: readonly string[];
  @ApiProperty({ description: '技术成熟度（1–9），不清楚为 null', type: 'integer', nullable: true }) readinessLevel!:
    number | null;
  @ApiProperty({ description: '农业成果阶段', enum: farmStages, type: 'string', nullable: true }) farmStage!:
    string | null;
  @ApiProperty({ description: '县区代码', type: 'string', nullable: true }) countyCode!: string | null;
  @ApiProperty({ description: '示范区代码', type: 'string', nullable: true }) zoneCode!: string | null;
  @ApiProperty({ description: '转化方式', enum: transferModes, isArray: true }) transferModes!: readonly string[];
  @ApiProperty({ description: '意向价格', type: MoneyView, nullable: true }) price!: MoneyView | null;
  @ApiProperty({ description: '成果类型', enum: achievementKinds, type: 'string', nullable: true }) kind!:
    string | null;
  @ApiProperty({
    description: '成果登记号，由科技主管部门审核后编发',
    type: 'string',
    nullable: true,
    example: '9622026Y0001',
  })
  registrationNumber!: string | null;
  @ApiProperty({ description: '版本，用于 If-Match' }) version!: number;
  @ApiProperty({ description: '创建时间', format: 'date-time' }) createdAt!: string;
  @ApiProperty({ description: '发布时间', type: 'string', format: 'date-time', nullable: true }) publishedAt!:
    string | null;
}

export class InventorView {
  @ApiProperty({ description: '完成人姓名' }) name!: string;
  @ApiProperty({ description: '约定份额（万分之一）' }) shareBasisPoints!: number;
}

export class DisclosureView {
  @ApiProperty({ description: '详细说明', type: 'string', nullable: true }) detail!: string | null;
  @ApiProperty({ description: '联系方式', type: 'string', nullable: true }) contact!: string | null;
  @ApiProperty({ description: '涉密' }) secret!: boolean;
  @ApiProperty({ description: '贵方编号', type: 'string', nullable: true }) externalKey!: string | null;
  @ApiProperty({ description: '完成人及份额', type: [InventorView] }) inventors!: InventorView[];
}

/** One achievement; the disclosure is null for everybody but its owner and the bureau. */
export class PublishedAchievementView extends AchievementView {
  @ApiProperty({ description: '把介绍写得更清楚的建议；不影响发布', type: [DescriptionAdviceView] })
  advice!: DescriptionAdviceView[];
}

export class FullAchievementView extends AchievementView {
  @ApiProperty({ description: '披露内容，仅本单位与科技主管部门可见', type: DisclosureView, nullable: true })
  disclosure!: DisclosureView | null;
}

export const achievementView = (achievement: Achievement): AchievementView => ({
  id: achievement.id,
  organizationId: achievement.organizationId,
  state: achievement.state,
  title: achievement.title,
  summary: achievement.summary,
  field: achievement.field,
  keywords: achievement.keywords,
  readinessLevel: achievement.readinessLevel,
  farmStage: achievement.farmStage,
  countyCode: achievement.countyCode,
  zoneCode: achievement.zoneCode,
  transferModes: achievement.transferModes,
  price: achievement.price === null ? null : moneyView(achievement.price),
  kind: achievement.kind,
  registrationNumber: achievement.registrationNumber,
  version: achievement.version,
  createdAt: achievement.createdAt.toISOString(),
  publishedAt: achievement.publishedAt?.toISOString() ?? null,
});

export const fullAchievementView = ({
  achievement,
  disclosure,
}: {
  readonly achievement: Achievement;
  readonly disclosure: AchievementDisclosure | null;
}): FullAchievementView => ({
  ...achievementView(achievement),
  disclosure: disclosure && {
    detail: disclosure.detail,
    contact: disclosure.contact,
    secret: achievement.secret,
    externalKey: achievement.externalKey,
    inventors: disclosure.inventors.map(({ name, shareBasisPoints }) => ({ name, shareBasisPoints })),
  },
});
