import { Controller, Get, Param } from '@nestjs/common';
import { Policy, type Actor } from '#libs/runtime';
import { missing } from '../missing.js';
import { ResolveActor } from './resolve-actor.js';

@Controller('internal/tokens')
export class ResolveActorController {
  constructor(private readonly resolve: ResolveActor) {}

  @Get(':sha256')
  @Policy('api-tokens.resolve')
  async show(@Param('sha256') sha256: string): Promise<{ actor: Actor }> {
    const actor = await this.resolve.ofToken(sha256);
    if (!actor) throw missing();
    return { actor };
  }
}
