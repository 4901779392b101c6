import { createBrowserRouter } from 'react-router';
import { Shell } from './layout/shell.tsx';
import { Opening } from './layout/opening.tsx';
import { RouteFailure } from './layout/route-failure.tsx';
import { accountRoutes } from './pages/account/account.routes.tsx';
import { auctionRoutes } from './pages/auction/auction.routes.tsx';
import { brokerRoutes } from './pages/broker/broker.routes.tsx';
import { bureauRoutes } from './pages/bureau/bureau.routes.tsx';
import { challengeRoutes } from './pages/challenge/challenge.routes.tsx';
import { evaluationRoutes } from './pages/evaluation/evaluation.routes.tsx';
import { carrierRoutes } from './pages/carrier/carrier.routes.tsx';
import { financeRoutes } from './pages/finance/finance.routes.tsx';
import { exchangeRoutes } from './pages/exchange/exchange.routes.tsx';
import { hallFigureRoutes, hallRoutes } from './pages/hall/hall.routes.tsx';
import { publicRoutes } from './pages/public/public.routes.tsx';
import { registryRoutes } from './pages/registry/registry.routes.tsx';
import { researchRoutes } from './pages/research/research.routes.tsx';
import { reserveRoutes } from './pages/reserve/reserve.routes.tsx';
import { rightsRoutes } from './pages/rights/rights.routes.tsx';
import { tradeRoutes } from './pages/trade/trade.routes.tsx';

/** Every page of the portal, by area; each area names its own and loads them when they are opened. */
export const router = createBrowserRouter([
  {
    element: <Shell />,
    errorElement: <RouteFailure />,
    HydrateFallback: Opening,
    children: [
      ...publicRoutes,
      ...accountRoutes,
      ...tradeRoutes,
      ...researchRoutes,
      ...auctionRoutes,
      ...challengeRoutes,
      ...evaluationRoutes,
      ...rightsRoutes,
      ...reserveRoutes,
      ...exchangeRoutes,
      ...brokerRoutes,
      ...registryRoutes,
      ...bureauRoutes,
      ...carrierRoutes,
      ...financeRoutes,
      ...hallFigureRoutes,
    ],
  },
  { errorElement: <RouteFailure />, HydrateFallback: Opening, children: hallRoutes },
]);
