import { Module } from '@nestjs/common';
import { ActorReader } from './actor.reader.js';
import { CredentialRepository } from './credential.repository.js';
import { MemberRepository } from './member.repository.js';
import { OrganizationRepository } from './organization.repository.js';
import { OrganizationService } from './organization.service.js';
import { ProvisioningService } from './provisioning.service.js';

const services = [ActorReader, OrganizationService, ProvisioningService];

@Module({
  providers: [OrganizationRepository, MemberRepository, CredentialRepository, ...services],
  exports: services,
})
export class IdentityModule {}
