import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { EvidenceService } from '#application/evidence/evidence.service.js';
import { Operation } from '../http/operation.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';

@ApiTags('技术合同认定登记')
@Controller('v1/contract-registrations')
export class EvidenceController {
  constructor(private readonly evidence: EvidenceService) {}

  @Get(':id/evidence.zip')
  @Operation({
    summary: '导出一件登记的全部证据',
    description:
      '一个可离线核验的 zip：合同与登记的全部记录、各版本、材料、决定、审计记录及其链值、登记证明，清单含每个文件的 SHA-256 并签名。每次导出记入审计。',
    access: ['registrar', 'reviewer', 'auditor'],
    scope: 'contractRegistration.read',
    errors: ['contractRegistration.notFound'],
  })
  @ApiProduces('application/zip')
  async bundle(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<StreamableFile> {
    return new StreamableFile(unwrap(await this.evidence.bundle(actor, id)), {
      type: 'application/zip',
      disposition: `attachment; filename="evidence-${id}.zip"`,
    });
  }
}
