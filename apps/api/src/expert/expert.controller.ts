import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ExpertService } from '#application/expert/expert.service.js';
import { Operation } from '../http/operation.js';
import { IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { publicExpertView, PublicExpertView } from './expert.view.js';

@ApiTags('检索')
@Controller('v1/experts')
export class ExpertController {
  constructor(private readonly experts: ExpertService) {}

  @Get(':id')
  @Operation({
    summary: '查看一位同意公开检索的专家的名片',
    description: '只有本人同意任何人可以检索到的名片；撤回同意或者离开单位后即不再公开。',
    access: 'public',
    scope: 'search.read',
    answer: PublicExpertView,
    errors: ['expertProfile.notFound'],
  })
  async get(@Param() { id }: IdParam): Promise<PublicExpertView> {
    return publicExpertView(unwrap(await this.experts.get(id)));
  }
}
