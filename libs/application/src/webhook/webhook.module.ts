import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { MarketEventModule } from '../market-event/market-event.module.js';
import { WebhookEnqueuer } from './webhook.enqueuer.js';
import { WebhookRepository } from './webhook.repository.js';
import { WebhookSender } from './webhook.sender.js';
import { WebhookService } from './webhook.service.js';
import { WebhookSigner } from './webhook.signer.js';

@Module({
  imports: [IdentityModule, MarketEventModule],
  providers: [WebhookRepository, WebhookSigner, WebhookService, WebhookSender, WebhookEnqueuer],
  exports: [WebhookService, WebhookSender, WebhookEnqueuer],
})
export class WebhookModule {}
