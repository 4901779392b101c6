import { Module } from '@nestjs/common';
import { ShareAgreementModule } from '#application/share-agreement/share-agreement.module.js';
import { ShareAgreementController } from './share-agreement.controller.js';

@Module({ imports: [ShareAgreementModule], controllers: [ShareAgreementController] })
export class ShareAgreementApiModule {}
