import { Module } from '@nestjs/common';
import { BrokerCreditModule } from '../broker-credit/broker-credit.module.js';
import { PublicNoticeModule } from '../public-notice/public-notice.module.js';
import { RelationModule } from '../relation/relation.module.js';
import { BrokerRecognitionRepository } from './broker-recognition.repository.js';
import { BrokerRecognitionService } from './broker-recognition.service.js';
import { RecognizedBrokerService } from './recognized-broker.service.js';
import { BrokerTrainingService } from './broker-training.service.js';

const services = [BrokerRecognitionService, BrokerTrainingService, RecognizedBrokerService];

@Module({
  imports: [BrokerCreditModule, PublicNoticeModule, RelationModule],
  providers: [BrokerRecognitionRepository, ...services],
  exports: services,
})
export class BrokerRecognitionModule {}
