import { Body, Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { MatchHelpers } from '#application/matching/match-helpers.js';
import { Operation } from '../http/operation.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { ExpertProfileDto } from './match-helper.dto.js';
import { expertProfileView, ExpertProfileView, helpersView, HelpersView } from './match-helper.view.js';

@ApiTags('撮合')
@Controller('v1')
export class MatchHelperController {
  constructor(private readonly helpers: MatchHelpers) {}

  @Get('demands/:id/helpers')
  @Operation({
    summary: '查看可能帮得上一条需求的专家、技术经纪机构和单位，附理由',
    access: 'signedIn',
    scope: 'match.read',
    answer: HelpersView,
    errors: ['demand.notFound'],
  })
  async ofDemand(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<HelpersView> {
    return helpersView(unwrap(await this.helpers.ofDemand(actor, id)));
  }

  @Get('me/expert-profile')
  @Operation({
    summary: '查看本人的专家名片',
    access: 'signedIn',
    answer: ExpertProfileView,
    errors: ['expertProfile.notFound'],
  })
  async profile(@CurrentPerson() actor: PersonActor): Promise<ExpertProfileView> {
    return expertProfileView(unwrap(await this.helpers.profile(actor)));
  }

  @Put('me/expert-profile')
  @Operation({
    summary: '同意以专家身份公开姓名和简介，供需求方查找',
    description:
      '只公开此处填写的内容：给有匹配需求的一方；另行同意的，任何人都可以在公开检索中找到。随时可以修改或者撤回。',
    access: ['researchUnit', 'enterprise'],
    answer: ExpertProfileView,
  })
  async consent(@CurrentPerson() actor: PersonActor, @Body() body: ExpertProfileDto): Promise<ExpertProfileView> {
    const { publicSearch = false, ...content } = body;
    return expertProfileView(await this.helpers.consent(actor, { ...content, publicSearch }));
  }

  @Delete('me/expert-profile')
  @Operation({
    summary: '撤回专家名片，不再公开',
    access: 'signedIn',
    status: 204,
    errors: ['expertProfile.notFound'],
  })
  async withdraw(@CurrentPerson() actor: PersonActor): Promise<void> {
    unwrap(await this.helpers.withdraw(actor));
  }
}
