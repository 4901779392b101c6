import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

type Registration = Schemas['AuctionRegistrationView'];

export const bidderState: Codes<Registration['state']> = {
  registered: ['待转让方确认资格', 'Registered', 'going'],
  qualified: ['资格已确认', 'Qualified', 'good'],
  rejected: ['不予确认', 'Rejected', 'bad'],
  withdrawn: ['已退出', 'Withdrawn', 'neutral'],
};

export const depositState: Codes<NonNullable<Registration['deposit']>['state']> = {
  held: ['已到账', 'Held', 'good'],
  returned: ['已退还', 'Returned', 'neutral'],
  forfeited: ['不予退还', 'Forfeited', 'bad'],
  appliedToPrice: ['已抵作价款', 'Counted towards the price', 'good'],
};

export const auctionOutcome: Codes<NonNullable<Schemas['AuctionView']['outcome']>> = {
  sold: ['成交', 'Sold', 'good'],
  noBidder: ['没有合格的竞买人', 'No bidder', 'neutral'],
  noBid: ['无人应价', 'No bid', 'neutral'],
  belowReserve: ['最高应价未达到保留价', 'Below the reserve', 'neutral'],
};
