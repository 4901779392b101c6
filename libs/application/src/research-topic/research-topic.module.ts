import { Module } from '@nestjs/common';
import { ResearchTopicService } from './research-topic.service.js';

@Module({ providers: [ResearchTopicService], exports: [ResearchTopicService] })
export class ResearchTopicModule {}
