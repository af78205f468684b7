import { Controller, Get, Headers, Inject } from '@nestjs/common';
import {
  AnswersPage,
  NotSignedIn,
  ParkedView,
  Policy,
  ServiceTokens,
  mayTry,
  refuseAccess,
  type Peers,
} from '#libs/runtime';
import { Actors } from '../forward/actors.js';
import { services } from '../forward/routes.js';
import { PEERS } from '../tokens.js';

/** One list of what every service has parked; a single event is forwarded by the service's name in its id. */
@Controller('api/parked')
export class ParkedListController {
  constructor(
    @Inject(PEERS) private readonly peers: Peers,
    private readonly actors: Actors,
    private readonly tokens: ServiceTokens,
  ) {}

  @Get()
  @Policy('parked.read')
  @AnswersPage(ParkedView)
  async list(@Headers('authorization') authorization?: string) {
    const actor = await this.actors.of(authorization);
    if (!actor || actor.id === 'visitor') throw new NotSignedIn();
    if (!mayTry(actor, 'parked.read')) throw refuseAccess('access.not-allowed');
    const lists = await Promise.all(
      services.map(async (name) => {
        const headers = { authorization: `Bearer ${await this.tokens.sign(actor, name)}` };
        const response = await fetch(`${this.peers.get(name) ?? ''}/api/parked?limit=100`, { headers });
        return ((await response.json()) as { items: ParkedView[] }).items;
      }),
    );
    return { items: lists.flat().sort((a, b) => (a.parkedAt < b.parkedAt ? -1 : 1)), next: null };
  }
}
