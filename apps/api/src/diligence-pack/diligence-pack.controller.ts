import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { DiligencePackService } from '#application/diligence-pack/diligence-pack.service.js';
import { Operation } from '../http/operation.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';

export class DiligenceConditionView {
  @ApiProperty({ description: '代码', example: 'notice' }) code!: string;
  @ApiProperty({ description: '条件' }) title!: string;
  @ApiProperty({ description: '依据' }) article!: string;
  @ApiProperty({ description: '是否具备' }) met!: boolean;
  @ApiProperty({ description: '还缺什么', type: 'string', nullable: true }) missing!: string | null;
}

export class DiligenceCheckView {
  @ApiProperty({ description: '各项是否均已具备' }) complete!: boolean;
  @ApiProperty({ description: '逐项', type: [DiligenceConditionView] }) items!: DiligenceConditionView[];
}

@ApiTags('成果转化流程')
@Controller('v1/transfer-procedures')
export class DiligencePackController {
  constructor(private readonly packs: DiligencePackService) {}

  @Get(':id/diligence')
  @Operation({
    summary: '尽职免责：按条文逐项核对还缺什么',
    access: 'signedIn',
    scope: 'transferProcedure.read',
    answer: DiligenceCheckView,
    errors: ['transferProcedure.notFound'],
  })
  async check(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<DiligenceCheckView> {
    const items = unwrap(await this.packs.check(actor, id));
    return { complete: items.every(({ met }) => met), items: [...items] };
  }

  @Get(':id/diligence-pack.zip')
  @Operation({
    summary: '导出尽职免责证据包',
    description:
      '一个可离线核验的 zip：价格依据、公示与日期、异议与答复、会议纪要、表决、回避、评估、合同，清单含每个文件的 SHA-256 并签名；以 bundle:verify 核验。每次导出记入审计。',
    access: ['researchUnit', 'enterprise', 'registrar', 'reviewer', 'auditor'],
    scope: 'transferProcedure.read',
    errors: ['transferProcedure.notFound'],
  })
  @ApiProduces('application/zip')
  async pack(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<StreamableFile> {
    return new StreamableFile(unwrap(await this.packs.pack(actor, id)), {
      type: 'application/zip',
      disposition: `attachment; filename="diligence-pack-${id}.zip"`,
    });
  }
}
