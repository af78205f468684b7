import {
  Injectable,
  SetMetadata,
  applyDecorators,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { NotSignedIn } from '../http/problem.js';
import { refuseAccess } from './access.errors.js';
import type { Actor } from './actor.js';
import { mayTry, type Action } from './policy.js';
import { ServiceTokens } from './service-tokens.js';

export const POLICY = 'leerbrug:policy';

/** The action of the policy table that this route is. */
export const Policy = (action: Action): MethodDecorator =>
  applyDecorators(SetMetadata(POLICY, action), ApiExtension('x-policy', action));

export interface WithActor extends FastifyRequest {
  actor: Actor;
}

/** Accepts our own 60-second tokens only, and lets nobody in whose roles could never do this. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: ServiceTokens,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const action = this.reflector.get<Action | undefined>(POLICY, context.getHandler());
    if (!action) throw new Error(`${context.getClass().name}.${context.getHandler().name} has no @Policy`);
    if (action === 'health.read') return true;
    const request = context.switchToHttp().getRequest<WithActor>();
    const actor = await this.tokens.check(request.headers.authorization?.replace(/^Bearer /, '') ?? '');
    if (!actor) throw new NotSignedIn();
    if (!mayTry(actor, action)) {
      if (actor.id === 'visitor') throw new NotSignedIn();
      throw refuseAccess('access.not-allowed');
    }
    request.actor = actor;
    return true;
  }
}
