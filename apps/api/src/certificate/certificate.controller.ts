import { Body, Controller, Get, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { CertificateService } from '#application/certificate/certificate.service.js';
import { Operation } from '../http/operation.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { CertificateDayQuery, EditionQuery, VerificationCodeParam, VerifyCertificateDto } from './certificate.dto.js';
import {
  certificateKeysView,
  CertificateKeysView,
  certificateVerdictView,
  CertificateVerdictView,
  certificateView,
  CertificateView,
  datedCertificateView,
  DatedCertificateView,
} from './certificate.view.js';

@ApiTags('登记证明')
@Controller('v1')
export class CertificateController {
  constructor(private readonly certificates: CertificateService) {}

  @Get('contract-registrations/:id/certificate')
  @Operation({
    summary: '查看登记证明',
    access: 'signedIn',
    scope: 'contractRegistration.read',
    answer: CertificateView,
    errors: ['certificate.notFound'],
  })
  async ofRegistration(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Query() query: EditionQuery,
  ): Promise<CertificateView> {
    return certificateView(unwrap(await this.certificates.ofRegistration(actor, id, editionOf(query))));
  }

  @Get('contract-registrations/:id/certificate.pdf')
  @Operation({
    summary: '下载登记证明（PDF）',
    description:
      'A4 一页或多页，嵌入中文字体，附二维码、内容签名和文件签名；签名的内容随附于文件。同样的数据得到同样的文件。遇到字体没有的字则停止，并说明是哪个字、在哪一项。',
    access: 'signedIn',
    scope: 'contractRegistration.read',
    errors: ['certificate.notFound', 'document.glyphMissing'],
  })
  @ApiProduces('application/pdf')
  async pdf(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Query() query: EditionQuery,
  ): Promise<StreamableFile> {
    const { bytes, certificate } = unwrap(await this.certificates.pdf(actor, id, editionOf(query)));
    const name = `certificate-${certificate.registrationNumber}-${certificate.edition}.pdf`;
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: `attachment; filename="${name}"` });
  }

  @Get('certificates/:verificationCode')
  @Operation({
    summary: '凭核验码查验登记证明',
    access: 'public',
    description: '当事人名称部分隐去。on 为过去某日时，stateOn 说明当日结束时的状态。',
    answer: DatedCertificateView,
    errors: ['certificate.notFound', 'certificate.dayAhead'],
  })
  async find(
    @Param() { verificationCode }: VerificationCodeParam,
    @Query() { on }: CertificateDayQuery,
  ): Promise<DatedCertificateView> {
    return datedCertificateView(unwrap(await this.certificates.findPublicOn(verificationCode, on ?? null)));
  }

  @Get('certificate-keys')
  @Operation({ summary: '查看登记证明的签名公钥', access: 'public', answer: CertificateKeysView })
  async keys(): Promise<CertificateKeysView> {
    return certificateKeysView(await this.certificates.keys());
  }

  @Post('certificate-verifications')
  @Operation({
    summary: '查验登记证明原文与签名是否一致',
    access: 'public',
    answer: CertificateVerdictView,
    idempotency: 'none',
  })
  async verify(@Body() body: VerifyCertificateDto): Promise<CertificateVerdictView> {
    return certificateVerdictView(await this.certificates.verify(body));
  }
}

const editionOf = ({ edition }: EditionQuery): number | null => (edition === undefined ? null : Number(edition));
