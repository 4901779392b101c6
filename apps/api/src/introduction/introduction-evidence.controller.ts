import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { IntroductionEvidenceService } from '#application/introduction/introduction-evidence.service.js';
import { Operation } from '../http/operation.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';

@ApiTags('引荐')
@Controller('v1/introductions')
export class IntroductionEvidenceController {
  constructor(private readonly evidence: IntroductionEvidenceService) {}

  @Get(':id/evidence.zip')
  @Operation({
    summary: '导出一次引荐的证据（可离线核验）',
    description:
      '一个可离线核验的 zip：引荐的内容与时间、双方的接受、所依据的委托、审计记录及其链值，清单含每个文件的 SHA-256 并签名。供引荐单位主张中介报酬之用（民法典第九百六十五条）。不含双方联系方式；其他单位的审计记录只有位置与散列。每次导出记入审计。',
    access: 'signedIn',
    scope: 'introduction.read',
    errors: ['introduction.notFound', 'introduction.notIntroducer'],
  })
  @ApiProduces('application/zip')
  async bundle(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<StreamableFile> {
    return new StreamableFile(unwrap(await this.evidence.bundle(actor, id)), {
      type: 'application/zip',
      disposition: `attachment; filename="introduction-${id}.zip"`,
    });
  }
}
