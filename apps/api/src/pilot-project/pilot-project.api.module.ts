import { Module } from '@nestjs/common';
import { PilotProjectModule } from '#application/pilot-project/pilot-project.module.js';
import { PilotProjectController } from './pilot-project.controller.js';

@Module({ imports: [PilotProjectModule], controllers: [PilotProjectController] })
export class PilotProjectApiModule {}
