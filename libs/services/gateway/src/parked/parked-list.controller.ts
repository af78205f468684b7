import { Controller, Get, Inject, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AnswersPage, ParkedView, Policy, ServiceTokens, type Peers } from '#libs/runtime';
import { Actors } from '../forward/actors.js';
import { signedIn } from '../forward/signed-in.js';
import { services } from '../forward/routes.js';
import { PEERS } from '../tokens.js';
import { readParked } from './read-parked.js';

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
  async list(@Req() request: FastifyRequest) {
    const actor = signedIn(await this.actors.of(request), 'parked.read');
    const lists = await Promise.all(
      services.map(async (name) =>
        readParked(name, this.peers.get(name) ?? '', await this.tokens.sign(actor, name)),
      ),
    );
    return { items: lists.flat().sort((a, b) => (a.parkedAt < b.parkedAt ? -1 : 1)), next: null };
  }
}
