import { Module } from '@nestjs/common';
import { BusinessDateController } from './business-date.controller.js';

@Module({ controllers: [BusinessDateController] })
export class CalendarApiModule {}
