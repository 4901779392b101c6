import { Module } from '@nestjs/common';
import { ListingStatementService } from './listing-statement.service.js';

@Module({ providers: [ListingStatementService], exports: [ListingStatementService] })
export class ListingStatementModule {}
