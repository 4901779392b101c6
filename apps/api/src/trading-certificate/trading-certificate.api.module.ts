import { Module } from '@nestjs/common';
import { TradingCertificateModule } from '#application/trading-certificate/trading-certificate.module.js';
import { TradingCertificateController } from './trading-certificate.controller.js';

@Module({ imports: [TradingCertificateModule], controllers: [TradingCertificateController] })
export class TradingCertificateApiModule {}
