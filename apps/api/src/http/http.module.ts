import { Module, type OnModuleInit } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule, DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { IdentityModule } from '#application/identity/identity.module.js';
import { JwtStrategy } from '../identity/jwt.strategy.js';
import { AccessGuard } from './access.guard.js';
import { OPERATION } from './operation.js';
import { RateLimits } from './rate-limits.js';

/** What every route passes: access and limits. A handler that declares no access fails the boot. */
@Module({
  imports: [DiscoveryModule, IdentityModule],
  providers: [JwtStrategy, RateLimits, { provide: APP_GUARD, useClass: AccessGuard }],
})
export class HttpModule implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const undeclared: string[] = [];
    for (const { instance, metatype } of this.discovery.getControllers()) {
      const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name] as () => unknown;
        if (Reflect.hasMetadata('method', handler) && this.reflector.get(OPERATION, handler) === undefined) {
          undeclared.push(`${metatype?.name ?? '?'}.${name}`);
        }
      }
    }
    if (undeclared.length > 0) throw new Error(`handlers without @Operation: ${undeclared.join(', ')}`);
  }
}
