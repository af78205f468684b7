import { Injectable, RequestMethod, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { POLICY } from '../access/access.guard.js';
import { policy } from '../access/policy.js';

/** A route without a declared policy does not start. */
@Injectable()
export class PolicyCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    for (const { instance, name } of this.discovery.getControllers()) {
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      for (const method of this.scanner.getAllMethodNames(prototype)) {
        const handler = prototype[method] as () => unknown;
        const verb = this.reflector.get<RequestMethod | undefined>('method', handler);
        if (verb === undefined) continue;
        const action = this.reflector.get<string | undefined>(POLICY, handler);
        if (!action || !Object.hasOwn(policy, action))
          throw new Error(`${name}.${method} declares no policy: it may not start`);
      }
    }
  }
}
