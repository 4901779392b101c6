import { Module } from '@nestjs/common';
import { IntroductionModule } from '#application/introduction/introduction.module.js';
import { IntroductionController } from './introduction.controller.js';

@Module({ imports: [IntroductionModule], controllers: [IntroductionController] })
export class IntroductionApiModule {}
