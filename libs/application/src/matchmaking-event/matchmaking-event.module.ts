import { Module } from '@nestjs/common';
import { AchievementModule } from '../achievement/achievement.module.js';
import { ContractModule } from '../contract/contract.module.js';
import { DealModule } from '../deal/deal.module.js';
import { DemandModule } from '../demand/demand.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { MatchingModule } from '../matching/matching.module.js';
import { EventFollowUpService } from './event-follow-up.service.js';
import { EventMeetingService } from './event-meeting.service.js';
import { MatchmakingEventRepository } from './matchmaking-event.repository.js';
import { MatchmakingEventService } from './matchmaking-event.service.js';

@Module({
  imports: [AchievementModule, ContractModule, DealModule, DemandModule, IdentityModule, MatchingModule],
  providers: [MatchmakingEventRepository, EventMeetingService, EventFollowUpService, MatchmakingEventService],
  exports: [EventMeetingService, EventFollowUpService, MatchmakingEventService],
})
export class MatchmakingEventModule {}
