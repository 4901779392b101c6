import { Module } from '@nestjs/common';
import { BrokerRecognitionModule } from '#application/broker-recognition/broker-recognition.module.js';
import { BrokerRecognitionController } from './broker-recognition.controller.js';
import { BrokerTrainingController } from './broker-training.controller.js';

@Module({
  imports: [BrokerRecognitionModule],
  controllers: [BrokerRecognitionController, BrokerTrainingController],
})
export class BrokerRecognitionApiModule {}
