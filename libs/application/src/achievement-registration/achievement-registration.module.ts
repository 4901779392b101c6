import { Module } from '@nestjs/common';
import { AchievementModule } from '../achievement/achievement.module.js';
import { RelationModule } from '../relation/relation.module.js';
import { ShareAgreementModule } from '../share-agreement/share-agreement.module.js';
import { AchievementRegistrationRepository } from './achievement-registration.repository.js';
import { AchievementRegistrationService } from './achievement-registration.service.js';
import { OldRegister } from './old-registrations.js';
import { RegistrationReceipt } from './registration-receipt.js';

@Module({
  imports: [AchievementModule, RelationModule, ShareAgreementModule],
  providers: [AchievementRegistrationRepository, AchievementRegistrationService, OldRegister, RegistrationReceipt],
  exports: [AchievementRegistrationService, OldRegister, RegistrationReceipt],
})
export class AchievementRegistrationModule {}
