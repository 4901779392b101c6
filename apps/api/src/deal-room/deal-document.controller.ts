import { Readable } from 'node:stream';
import { Body, Controller, Get, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { DealDocumentService } from '#application/deal-room/deal-document.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { readingView, ReadingView } from '../non-disclosure/non-disclosure.view.js';
import {
  DocumentVersionParam,
  NewDealDocumentDto,
  NewDocumentVersionDto,
  VersionsQuery,
  WithdrawDocumentDto,
} from './deal-room.dto.js';
import {
  dealDocumentView,
  DealDocumentView,
  documentVersionView,
  DocumentVersionView,
  redLineView,
  RedLineView,
  shownVersionView,
  ShownVersionView,
} from './deal-room.view.js';

const sides = ['enterprise', 'researchUnit'] as const;
const gateErrors = [
  'dealDocument.notFound',
  'deal.notFound',
  'dealDocument.agreementNeeded',
  'dealDocument.versionNotFound',
] as const;

@ApiTags('洽谈')
@Controller('v1')
export class DealDocumentController {
  constructor(private readonly documents: DealDocumentService) {}

  @Post('deals/:id/documents')
  @Operation({
    summary: '在洽谈室放入文件',
    access: sides,
    scope: 'deal.write',
    status: 201,
    answer: DealDocumentView,
    errors: ['deal.notFound', 'dealDocument.notFound', 'dealDocument.tooMany', 'deal.logFull', 'state.notAllowed'],
    idempotency: 'required',
  })
  async add(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { title, kind, gated }: NewDealDocumentDto,
  ): Promise<DealDocumentView> {
    return dealDocumentView(unwrap(await this.documents.add(actor, id, { title, kind, gated: gated ?? true })));
  }

  @Get('deals/:id/documents')
  @Operation({
    summary: '查看洽谈室有哪些文件',
    access: 'signedIn',
    scope: 'deal.read',
    answer: PageOf(DealDocumentView),
    errors: ['deal.notFound'],
  })
  async list(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    return pageOf(
      query,
      async (after, limit) => unwrap(await this.documents.list(actor, id, after, limit)),
      dealDocumentView,
    );
  }

  @Post('deal-documents/:id/versions')
  @Operation({
    summary: '放入文件的新版次',
    access: sides,
    scope: 'deal.write',
    status: 201,
    answer: DocumentVersionView,
    errors: [
      'deal.notFound',
      'dealDocument.notFound',
      'dealDocument.tooMany',
      'dealDocument.contentMissing',
      'dealDocument.attachmentNotFound',
      'deal.logFull',
      'state.notAllowed',
    ],
    idempotency: 'required',
  })
  async addVersion(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { attachmentId, body, note }: NewDocumentVersionDto,
  ): Promise<DocumentVersionView> {
    const given = { attachmentId: attachmentId ?? null, body: body ?? null, note: note ?? null };
    return documentVersionView(unwrap(await this.documents.addVersion(actor, id, given)));
  }

  @Get('deal-documents/:id/versions')
  @Operation({
    summary: '查看文件有哪些版次',
    access: 'signedIn',
    scope: 'deal.read',
    answer: PageOf(DocumentVersionView),
    errors: ['dealDocument.notFound', 'deal.notFound'],
  })
  async versions(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    return pageOf(
      query,
      async (after, limit) => unwrap(await this.documents.versions(actor, id, after, limit)),
      documentVersionView,
    );
  }

  @Get('deal-documents/:id/versions/:serial')
  @Operation({
    summary: '查看文件的一版（留下查看记录）',
    access: 'signedIn',
    scope: 'deal.read',
    answer: ShownVersionView,
    errors: gateErrors,
  })
  async read(
    @CurrentPerson() actor: PersonActor,
    @Param() { id, serial }: DocumentVersionParam,
  ): Promise<ShownVersionView> {
    return shownVersionView(unwrap(await this.documents.read(actor, id, serial)));
  }

  @Get('deal-documents/:id/versions/:serial/file')
  @Operation({
    summary: '下载文件的一版（留下查看记录）',
    access: 'signedIn',
    scope: 'deal.read',
    errors: [...gateErrors, 'dealDocument.noFile'],
  })
  @ApiProduces('application/octet-stream')
  async file(
    @CurrentPerson() actor: PersonActor,
    @Param() { id, serial }: DocumentVersionParam,
  ): Promise<StreamableFile> {
    const { attachment, content } = unwrap(await this.documents.file(actor, id, serial));
    return new StreamableFile(Readable.from(content), {
      type: 'application/octet-stream', // saved, never shown: whatever it is, no browser runs it
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(attachment.fileName)}`,
      length: attachment.sizeBytes,
    });
  }

  @Get('deal-documents/:id/comparison')
  @Operation({
    summary: '逐字比对文件的两版（留下查看记录）',
    access: 'signedIn',
    scope: 'deal.read',
    answer: RedLineView,
    errors: [...gateErrors, 'dealDocument.noText'],
  })
  async compare(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Query() { from, to }: VersionsQuery,
  ): Promise<RedLineView> {
    return redLineView(unwrap(await this.documents.compare(actor, id, from, to)));
  }

  @Get('deal-documents/:id/readings')
  @Operation({
    summary: '查看谁在何时看过文件的哪一版',
    access: 'signedIn',
    scope: 'deal.read',
    answer: PageOf(ReadingView),
    errors: ['dealDocument.notFound'],
  })
  async readings(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    return pageOf(
      query,
      async (after, limit) => unwrap(await this.documents.readings(actor, id, after, limit)),
      readingView,
    );
  }

  @Post('deal-documents/:id/withdrawal')
  @Operation({
    summary: '撤下本单位放入的文件',
    access: sides,
    scope: 'deal.write',
    status: 201,
    answer: DealDocumentView,
    errors: ['dealDocument.notFound', 'deal.notFound', 'deal.logFull', 'state.notAllowed'],
    idempotency: 'required',
  })
  async withdraw(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: WithdrawDocumentDto,
  ): Promise<DealDocumentView> {
    return dealDocumentView(unwrap(await this.documents.withdraw(actor, id, reason)));
  }
}
