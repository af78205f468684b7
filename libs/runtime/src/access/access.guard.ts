import {
  Injectable,
  SetMetadata,
  applyDecorators,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Clock } from '#libs/ports/clock/port';
import { Described } from '../http/described.js';
import { NotSignedIn } from '../http/problem.js';
import { refuseAccess } from './access.errors.js';
import { needsStepUp, type Actor } from './actor.js';
import { mayTry, type Action } from './policy.js';
import { ServiceTokens } from './service-tokens.js';

export const POLICY = 'leerbrug:policy';

/** The action of the policy table that this route is. */
export const Policy = (action: Action): MethodDecorator =>
  applyDecorators(
    SetMetadata(POLICY, action),
    Described(({ ApiExtension }) => ApiExtension('x-policy', action)),
  );

const STEP_UP = 'leerbrug:step-up';

/** Coordinators and operators who came with a session do this with a fresh second factor only. */
export const StepUp = (): MethodDecorator =>
  applyDecorators(
    SetMetadata(STEP_UP, true),
    Described(({ ApiExtension }) => ApiExtension('x-step-up', true)),
  );

export interface WithActor extends FastifyRequest {
  actor: Actor;
}

/** Accepts our own 60-second tokens only, and lets nobody in whose roles could never do this. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: ServiceTokens,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const action = this.reflector.get<Action | undefined>(POLICY, context.getHandler());
    if (!action) throw new Error(`${context.getClass().name}.${context.getHandler().name} has no @Policy`);
    if (action === 'health.read') return true;
    const request = context.switchToHttp().getRequest<WithActor>();
    const actor = await this.tokens.check(request.headers.authorization?.replace(/^Bearer /, '') ?? '');
    if (!actor) throw new NotSignedIn();
    // Also of who is refused: that is logged.
    request.actor = actor;
    if (!mayTry(actor, action)) {
      if (actor.id === 'visitor') throw new NotSignedIn();
      throw refuseAccess('access.not-allowed');
    }
    if (
      this.reflector.get<true | undefined>(STEP_UP, context.getHandler()) &&
      needsStepUp(actor, this.clock.wall())
    )
      throw refuseAccess('access.step-up-needed');
    return true;
  }
}
