import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DescriptionService } from '#application/matching/description.service.js';
import { Operation } from '../http/operation.js';
import { CheckDescriptionDto } from './description.dto.js';
import { descriptionCheckView, DescriptionCheckView } from './description.view.js';

@ApiTags('撮合')
@Controller('v1/description-checks')
export class DescriptionController {
  constructor(private readonly descriptions: DescriptionService) {}

  @Post()
  @Operation({
    summary: '发布前检查描述是否写清：问题、幅度、依据、经济性',
    description: '只给建议，不保存任何内容。',
    access: 'public',
    answer: DescriptionCheckView,
    idempotency: 'none',
  })
  check(@Body() { kind, title, summary, field }: CheckDescriptionDto): DescriptionCheckView {
    const description = { kind, title, summary: summary ?? null, field: field ?? null };
    return descriptionCheckView(this.descriptions.check(description));
  }
}
