export { createMarket, MarketError, must, type Market, type MarketOptions, type Problem } from './market.js';
export { events, pages } from './paging.js';
export { verifyWebhook, type WebhookMessage } from './webhook.js';
export type { components, operations, paths } from './schema.js';
