import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { ContractTextService } from '#application/contract-text/contract-text.service.js';
import { Operation } from '../http/operation.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const description =
  '由合同数据生成，含民法典第八百四十五条所列各项；缺少的数据留空并标明待填。文字为平台自拟，不是官方示范文本。';

@ApiTags('技术合同')
@Controller('v1/contracts')
export class ContractDocumentController {
  constructor(private readonly texts: ContractTextService) {}

  @Get(':id/text.docx')
  @Operation({
    summary: '生成合同文本（Word）',
    description,
    access: 'signedIn',
    scope: 'contract.read',
    errors: ['contract.notFound'],
  })
  @ApiProduces(docxType)
  async docx(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<StreamableFile> {
    const bytes = unwrap(await this.texts.docx(actor, id));
    return new StreamableFile(bytes, { type: docxType, disposition: `attachment; filename="contract-${id}.docx"` });
  }

  @Get(':id/text.pdf')
  @Operation({
    summary: '生成合同文本（PDF）',
    description,
    access: 'signedIn',
    scope: 'contract.read',
    errors: ['contract.notFound', 'document.glyphMissing'],
  })
  @ApiProduces('application/pdf')
  async pdf(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<StreamableFile> {
    const bytes = unwrap(await this.texts.pdf(actor, id));
    return new StreamableFile(bytes, {
      type: 'application/pdf',
      disposition: `attachment; filename="contract-${id}.pdf"`,
    });
  }
}
