import { Module } from '@nestjs/common';
import { SandboxClockModule } from '#application/sandbox-clock/sandbox-clock.module.js';
import { SandboxClockController } from './sandbox-clock.controller.js';

/** Registered in demo mode only: elsewhere the address does not exist. */
@Module({ imports: [SandboxClockModule], controllers: [SandboxClockController] })
export class SandboxClockApiModule {}
