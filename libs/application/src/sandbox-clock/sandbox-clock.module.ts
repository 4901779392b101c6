import { Module } from '@nestjs/common';
import { ClockFollower } from './clock-follower.js';
import { SandboxClockService } from './sandbox-clock.service.js';

/** Imported by API and worker in demo mode only. */
@Module({ providers: [SandboxClockService, ClockFollower], exports: [SandboxClockService] })
export class SandboxClockModule {}
