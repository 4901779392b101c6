import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CertificateService } from '#application/certificate/certificate.service.js';
import { Operation } from '../http/operation.js';
import { CodeText } from './certificate.dto.js';
import { certificatePage, pageHeaders, unknownPage } from './certificate.page.js';
import { keySetView, KeySetView } from './certificate.view.js';

const code = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** What a person sees who scans the code of a certificate, and the keys where programs look for them. */
@ApiTags('登记证明')
@Controller()
export class CertificatePageController {
  constructor(private readonly certificates: CertificateService) {}

  @Get('certificates/:verificationCode')
  @Operation({
    summary: '登记证明的查验页',
    description:
      '二维码所指的网页，不含脚本；当事人名称部分隐去。查无此证时答复 404 的网页。程序请用 /v1/certificates。',
    access: 'public',
    errors: ['certificate.notFound'],
  })
  @ApiProduces('text/html')
  async show(@Param() { verificationCode }: CodeText, @Res() reply: FastifyReply): Promise<void> {
    const typed = verificationCode.toUpperCase();
    const found = code.test(typed) ? await this.certificates.findPublic(typed) : null;
    void reply
      .status(found?.ok ? 200 : 404)
      .headers(pageHeaders)
      .send(found?.ok ? certificatePage(found.value) : unknownPage());
  }

  @Get('.well-known/certificate-keys.json')
  @Operation({
    summary: '登记证明的签名公钥（JWK Set）',
    description: '离线核验所需的全部公钥，含已停用的。',
    access: 'public',
    answer: KeySetView,
  })
  async keySet(): Promise<KeySetView> {
    return keySetView(await this.certificates.keys());
  }
}
