import { Module } from '@nestjs/common';
import { ActorReader } from './actor.reader.js';

@Module({ providers: [ActorReader], exports: [ActorReader] })
export class IdentityModule {}
