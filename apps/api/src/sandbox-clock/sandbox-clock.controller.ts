import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SandboxClockService } from '#application/sandbox-clock/sandbox-clock.service.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { Operation } from '../http/operation.js';
import { CurrentPerson } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { MoveClockDto } from './sandbox-clock.dto.js';
import { clockView, ClockView } from './sandbox-clock.view.js';

@ApiTags('演示时钟')
@Controller('v1/sandbox/clock')
export class SandboxClockController {
  constructor(private readonly clock: SandboxClockService) {}

  @Get()
  @Operation({ summary: '查看演示时钟（仅演示模式）', access: ['systemAdmin'], answer: ClockView })
  async read(@CurrentPerson() actor: PersonActor): Promise<ClockView> {
    return clockView(await this.clock.read(actor));
  }

  @Post()
  @Operation({
    summary: '向前拨动演示时钟（仅演示模式）',
    description: '按天数（advanceDays）或到某一时刻（moveTo），一次最多 400 天，只能向前。各进程 0.5 秒内跟上。',
    access: ['systemAdmin'],
    status: 201,
    answer: ClockView,
    errors: ['sandboxClock.oneWay', 'sandboxClock.notForward', 'sandboxClock.tooFar'],
    idempotency: 'required',
  })
  async move(@CurrentPerson() actor: PersonActor, @Body() body: MoveClockDto): Promise<ClockView> {
    const move = {
      advanceDays: body.advanceDays ?? undefined,
      moveTo: typeof body.moveTo === 'string' ? new Date(body.moveTo) : undefined,
    };
    return clockView(unwrap(await this.clock.move(actor, move)));
  }
}
