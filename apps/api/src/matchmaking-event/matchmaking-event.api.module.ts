import { Module } from '@nestjs/common';
import { MatchmakingEventModule } from '#application/matchmaking-event/matchmaking-event.module.js';
import { EventFollowUpController } from './event-follow-up.controller.js';
import { EventMeetingController } from './event-meeting.controller.js';
import { MatchmakingEventController } from './matchmaking-event.controller.js';

@Module({
  imports: [MatchmakingEventModule],
  controllers: [MatchmakingEventController, EventMeetingController, EventFollowUpController],
})
export class MatchmakingEventApiModule {}
