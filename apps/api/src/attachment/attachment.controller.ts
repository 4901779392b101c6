import { Readable } from 'node:stream';
import { Body, Controller, Get, Param, Post, Query, Req, StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { PersonActor } from '#domain/shared/actor.js';
import { AttachmentService } from '#application/attachment/attachment.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { RefusalException, unwrap } from '../http/refusal.exception.js';
import { ReceivedUpload, ReceiveUpload, uploadMediaType } from './attachment.body.js';
import { AttachmentsQuery, NewAttachmentQuery, RemovalDto } from './attachment.dto.js';
import { attachmentView, AttachmentView, materialKindsView, MaterialKindsView } from './attachment.view.js';

const writers = ['enterprise', 'researchUnit', 'broker', 'agencyManager'] as const;

@ApiTags('附件')
@Controller('v1')
@UseInterceptors(ReceiveUpload)
export class AttachmentController {
  constructor(private readonly attachments: AttachmentService) {}

  @Post('attachments')
  @Operation({
    summary: '上传合同、认定登记等的附件',
    description:
      '请求体为文件本身，Content-Type 为 application/octet-stream，至多 20 MiB。类型由内容识别：PDF、JPEG、PNG、Word（docx）、Excel（xlsx），文件名须与之相符；加密、带宏或压缩异常的不接受。内容以 SHA-256 记录，未经病毒扫描。',
    access: writers,
    scope: 'attachment.write',
    status: 201,
    answer: AttachmentView,
    errors: [
      'attachment.subjectNotFound',
      'attachment.closed',
      'attachment.alreadyThere',
      'attachment.nameUnsafe',
      'attachment.empty',
      'attachment.typeNotAllowed',
      'attachment.extensionDiffers',
      'attachment.contentUnsafe',
      'attachment.tooMany',
      'attachment.quotaExceeded',
      'request.mediaType',
      'request.tooLarge',
    ],
    idempotency: 'required',
  })
  @ApiConsumes(uploadMediaType)
  @ApiBody({ schema: { type: 'string', format: 'binary', example: '%PDF-1.7\n示例' } })
  async add(
    @CurrentPerson() actor: PersonActor,
    @Query() query: NewAttachmentQuery,
    @Req() request: FastifyRequest,
  ): Promise<AttachmentView> {
    const { body } = request;
    if (!(body instanceof ReceivedUpload)) throw new RefusalException({ code: 'request.mediaType' });
    return attachmentView(unwrap(await this.attachments.add(actor, query, body.file)));
  }

  @Get('attachments')
  @Operation({
    summary: '查看合同、认定登记等的附件',
    access: 'signedIn',
    scope: 'attachment.read',
    answer: PageOf(AttachmentView),
    errors: ['attachment.subjectNotFound'],
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() { subjectKind, subjectId, ...page }: AttachmentsQuery) {
    const subject = { kind: subjectKind, id: subjectId };
    return pageOf(
      page,
      async (after, limit) => unwrap(await this.attachments.list(actor, subject, after, limit)),
      attachmentView,
    );
  }

  @Get('attachments/:id')
  @Operation({
    summary: '查看一份附件的说明',
    access: 'signedIn',
    scope: 'attachment.read',
    answer: AttachmentView,
    errors: ['attachment.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<AttachmentView> {
    return attachmentView(unwrap(await this.attachments.get(actor, id)));
  }

  @Get('attachments/:id/content')
  @Operation({
    summary: '下载附件',
    access: 'signedIn',
    scope: 'attachment.read',
    errors: ['attachment.notFound'],
  })
  @ApiProduces(uploadMediaType)
  async content(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<StreamableFile> {
    const { attachment, content } = unwrap(await this.attachments.open(actor, id));
    return new StreamableFile(Readable.from(content), {
      type: uploadMediaType, // saved, never shown: whatever it is, no browser runs it
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(attachment.fileName)}`,
      length: attachment.sizeBytes,
    });
  }

  @Post('attachments/:id/removal')
  @Operation({
    summary: '移除尚未作为依据的附件',
    access: writers,
    scope: 'attachment.write',
    status: 201,
    answer: AttachmentView,
    errors: ['attachment.notFound', 'attachment.inUse'],
    idempotency: 'required',
  })
  async remove(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: RemovalDto,
  ): Promise<AttachmentView> {
    return attachmentView(unwrap(await this.attachments.remove(actor, id, reason)));
  }

  @Get('material-kinds')
  @Operation({ summary: '查看认定登记的材料种类及其出处', access: 'public', answer: MaterialKindsView })
  materialKinds(): MaterialKindsView {
    return materialKindsView();
  }
}
