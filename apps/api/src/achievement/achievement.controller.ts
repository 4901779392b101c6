import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { AchievementContent, AchievementDisclosure } from '#domain/achievement/achievement.js';
import { parseYuan, type Fen } from '#domain/money/money.js';
import type { Actor, PersonActor } from '#domain/shared/actor.js';
import { AchievementService } from '#application/achievement/achievement.service.js';
import { DescriptionService } from '#application/matching/description.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentActor, CurrentPerson, IdParam, IfMatch, withEtag } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { AmendAchievementDto, CreateAchievementDto, RegisterAchievementDto } from './achievement.dto.js';
import { descriptionAdviceView } from '../matching/description.view.js';
import {
  achievementView,
  AchievementView,
  fullAchievementView,
  FullAchievementView,
  PublishedAchievementView,
} from './achievement.view.js';

const writers = ['enterprise', 'researchUnit'] as const;
const contentErrors = [
  'achievement.keywordsTooMany',
  'achievement.readinessLevelUnknown',
  'achievement.inventorsMissing',
  'achievement.inventorTwice',
  'achievement.sharesNotWhole',
  'achievement.externalKeyTaken',
] as const;

@ApiTags('科技成果')
@Controller('v1/achievements')
export class AchievementController {
  constructor(
    private readonly achievements: AchievementService,
    private readonly descriptions: DescriptionService,
  ) {}

  @Post()
  @Operation({
    summary: '披露职务科技成果',
    description: '写明完成人及约定的份额；公开摘要发布后任何人可见，披露内容只有本单位与科技主管部门可见。',
    access: writers,
    scope: 'achievement.write',
    status: 201,
    answer: FullAchievementView,
    errors: contentErrors,
    idempotency: 'required',
  })
  async create(@CurrentPerson() actor: PersonActor, @Body() body: CreateAchievementDto): Promise<FullAchievementView> {
    const created = await this.achievements.create(actor, contentOf(actor, body), disclosureOf(body));
    return fullAchievementView(unwrap(created));
  }

  @Get()
  @Operation({
    summary: '浏览已发布的科技成果',
    access: 'public',
    scope: 'achievement.read',
    answer: PageOf(AchievementView),
  })
  async list(@Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.achievements.listPublic(after, limit), achievementView);
  }

  @Get('mine')
  @Operation({
    summary: '查看本单位的科技成果',
    access: 'signedIn',
    scope: 'achievement.read',
    answer: PageOf(AchievementView),
  })
  async mine(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.achievements.listOwn(actor, after, limit), achievementView);
  }

  @Get(':id')
  @Operation({
    summary: '查看一项科技成果',
    access: 'public',
    scope: 'achievement.read',
    answer: FullAchievementView,
    errors: ['achievement.notFound'],
  })
  async get(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FullAchievementView> {
    return withEtag(reply, fullAchievementView(unwrap(await this.achievements.get(actor, id))));
  }

  @Patch(':id')
  @Operation({
    summary: '修改科技成果',
    access: writers,
    scope: 'achievement.write',
    answer: FullAchievementView,
    errors: [
      'achievement.notFound',
      'achievement.closed',
      'achievement.readinessProven',
      'achievement.secret',
      ...contentErrors,
      'shareAgreement.changeByRound',
      'version.required',
      'version.stale',
    ],
  })
  async amend(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @IfMatch() version: number,
    @Body() body: AmendAchievementDto,
  ): Promise<FullAchievementView> {
    const { content, disclosure } = changeOf(body);
    return fullAchievementView(unwrap(await this.achievements.amend(actor, id, version, content, disclosure)));
  }

  @Post(':id/registration')
  @Operation({
    summary: '科技成果入库',
    description:
      '单位确认披露完整并指明成果类型，入库后可以发布。12 位成果登记号由科技主管部门审核后编发，见“成果登记”（POST /v1/achievement-registrations）。',
    access: writers,
    scope: 'achievement.write',
    status: 201,
    answer: FullAchievementView,
    errors: [
      'achievement.notFound',
      'achievement.secret',
      'achievement.alreadyRegistered',
      'achievement.incomplete',
      'state.notAllowed',
    ],
    idempotency: 'required',
  })
  async register(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { kind }: RegisterAchievementDto,
  ): Promise<FullAchievementView> {
    return fullAchievementView(unwrap(await this.achievements.register(actor, id, kind)));
  }

  @Post(':id/publication')
  @Operation({
    summary: '发布科技成果',
    access: writers,
    scope: 'achievement.write',
    status: 201,
    answer: PublishedAchievementView,
    errors: [
      'organization.unverified',
      'achievement.notFound',
      'achievement.secret',
      'achievement.tooVague',
      'state.notAllowed',
    ],
    idempotency: 'required',
  })
  async publish(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<PublishedAchievementView> {
    const achievement = unwrap(await this.achievements.publish(actor, id));
    const { advice } = this.descriptions.check({ ...achievement, kind: 'achievement' });
    return { ...achievementView(achievement), advice: advice.map(descriptionAdviceView) };
  }

  @Post(':id/withdrawal')
  @Operation({
    summary: '撤回科技成果',
    access: writers,
    scope: 'achievement.write',
    status: 201,
    answer: AchievementView,
    errors: ['achievement.notFound', 'state.notAllowed'],
    idempotency: 'required',
  })
  async withdraw(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<AchievementView> {
    return achievementView(unwrap(await this.achievements.withdraw(actor, id)));
  }
}

const contentOf = (actor: PersonActor, body: CreateAchievementDto): AchievementContent => ({
  title: body.title,
  summary: body.summary ?? null,
  field: body.field ?? null,
  keywords: body.keywords ?? [],
  readinessLevel: body.readinessLevel ?? null,
  farmStage: body.farmStage ?? null,
  countyCode: body.countyCode ?? actor.countyCode,
  zoneCode: body.zoneCode ?? null,
  transferModes: body.transferModes ?? [],
  price: priceOf(body.priceYuan ?? null),
  secret: body.secret ?? false,
  externalKey: body.externalKey ?? null,
});

const disclosureOf = (body: CreateAchievementDto): AchievementDisclosure => ({
  detail: body.detail ?? null,
  contact: body.contact ?? null,
  inventors: body.inventors,
});

/** Members that the caller sent, split by layer; null clears. */
function changeOf({ detail, contact, inventors, priceYuan, ...rest }: AmendAchievementDto): {
  readonly content: Partial<AchievementContent>;
  readonly disclosure: Partial<AchievementDisclosure>;
} {
  const content = {
    ...rest,
    ...(rest.keywords === null && { keywords: [] }),
    ...(rest.transferModes === null && { transferModes: [] }),
    ...(rest.secret === null && { secret: false }),
    ...(priceYuan !== undefined && { price: priceOf(priceYuan) }),
  };
  return { content: given(content), disclosure: given({ detail, contact, inventors }) };
}

const given = <T extends object>(members: T): Partial<{ [K in keyof T]: Exclude<T[K], undefined> }> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as never;

/** Null when the caller cleared it. */
const priceOf = (yuan: string | null): Fen | null => (yuan === null ? null : unwrap(parseYuan(yuan)));
