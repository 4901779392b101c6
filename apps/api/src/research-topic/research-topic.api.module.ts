import { Module } from '@nestjs/common';
import { ResearchTopicModule } from '#application/research-topic/research-topic.module.js';
import { ResearchTopicController } from './research-topic.controller.js';

@Module({ imports: [ResearchTopicModule], controllers: [ResearchTopicController] })
export class ResearchTopicApiModule {}
