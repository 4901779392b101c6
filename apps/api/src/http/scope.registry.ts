import { Injectable, Module } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { OPERATION, type OperationOptions } from './operation.js';

/** Every scope that an operation asks for: what an API key can be made for. */
@Injectable()
export class ScopeRegistry {
  private scopes: readonly string[] | null = null;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  all(): readonly string[] {
    this.scopes ??= this.read();
    return this.scopes;
  }

  private read(): string[] {
    const found = new Set<string>();
    for (const { instance } of this.discovery.getControllers()) {
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name];
        const options = handler && this.reflector.get<OperationOptions | undefined>(OPERATION, handler);
        if (options?.scope !== undefined) found.add(options.scope);
      }
    }
    return [...found].sort();
  }
}

@Module({ imports: [DiscoveryModule], providers: [ScopeRegistry], exports: [ScopeRegistry] })
export class ScopeRegistryModule {}
