import { Module } from '@nestjs/common';
import { AuctionModule } from '#application/auction/auction.module.js';
import { AuctionController } from './auction.controller.js';
import { AuctionStreams } from './auction.streams.js';
import { BidderController } from './bidder.controller.js';
import { DepositLedgerController } from './deposit-ledger.controller.js';

@Module({
  imports: [AuctionModule],
  controllers: [AuctionController, BidderController, DepositLedgerController],
  providers: [AuctionStreams],
})
export class AuctionApiModule {}
