import { Module } from '@nestjs/common';
import { IdentityModule } from '#application/identity/identity.module.js';
import { ScopeRegistryModule } from '../http/scope.registry.js';
import { ApiKeyController } from './api-key.controller.js';
import { CreditCodeController } from './credit-code.controller.js';
import { MeController, MemberController, PersonController } from './member.controller.js';
import { OrganizationController } from './organization.controller.js';
import { PortalSessionController } from './portal-session.controller.js';
import { SessionController } from './session.controller.js';
import { TokenIssuer } from './token.issuer.js';

@Module({
  imports: [IdentityModule, ScopeRegistryModule],
  providers: [TokenIssuer],
  controllers: [
    OrganizationController,
    CreditCodeController,
    MemberController,
    PersonController,
    MeController,
    SessionController,
    PortalSessionController,
    ApiKeyController,
  ],
})
export class IdentityApiModule {}
