import { Module } from '@nestjs/common';
import { ActorReader } from './actor.reader.js';
import { ApiKeyService } from './api-key.service.js';
import { CredentialRepository } from './credential.repository.js';
import { MemberRepository } from './member.repository.js';
import { MemberService } from './member.service.js';
import { OrganizationRepository } from './organization.repository.js';
import { OrganizationService } from './organization.service.js';
import { ProvisioningService } from './provisioning.service.js';
import { SessionRepository } from './session.repository.js';
import { SessionService } from './session.service.js';
import { SignInThrottle } from './sign-in.throttle.js';

const services = [ActorReader, ApiKeyService, MemberService, OrganizationService, ProvisioningService, SessionService];

@Module({
  providers: [
    OrganizationRepository,
    MemberRepository,
    CredentialRepository,
    SessionRepository,
    SignInThrottle,
    ...services,
  ],
  exports: services,
})
export class IdentityModule {}
