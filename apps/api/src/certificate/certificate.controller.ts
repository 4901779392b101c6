import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { CertificateService } from '#application/certificate/certificate.service.js';
import { Operation } from '../http/operation.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { VerificationCodeParam, VerifyCertificateDto } from './certificate.dto.js';
import {
  certificateKeysView,
  CertificateKeysView,
  certificateVerdictView,
  CertificateVerdictView,
  certificateView,
  CertificateView,
  publicCertificateView,
  PublicCertificateView,
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
  async ofRegistration(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<CertificateView> {
    return certificateView(unwrap(await this.certificates.ofRegistration(actor, id)));
  }

  @Get('certificates/:verificationCode')
  @Operation({
    summary: '凭核验码查验登记证明',
    access: 'public',
    answer: PublicCertificateView,
    errors: ['certificate.notFound'],
  })
  async find(@Param() { verificationCode }: VerificationCodeParam): Promise<PublicCertificateView> {
    return publicCertificateView(unwrap(await this.certificates.findPublic(verificationCode)));
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
