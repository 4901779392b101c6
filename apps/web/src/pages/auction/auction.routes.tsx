import type { RouteObject } from 'react-router';
import { page } from '../../layout/lazy-page.ts';

/** Auctions and listed sales: drafting, the seller's room, the bidder's room. */
export const auctionRoutes: RouteObject[] = [
  page('/auction-rules', () => import('./auction-rules.page.tsx')),
  page('/workbench/auctions', () => import('./auctions.page.tsx')),
  page('/workbench/auctions/new', () => import('./new-auction.page.tsx')),
  page('/workbench/auctions/:id', () => import('./auction-room.page.tsx')),
  page('/workbench/auctions/:id/bids', () => import('./bidding.page.tsx')),
];
