import { Injectable } from '@nestjs/common';
import { Answer, type Actor, type Aggregate } from '#libs/runtime';
import { AwaitHold, secondsOf } from '../approve-proposal/await-hold.js';
import { refuse } from '../domain/match.errors.js';
import type { Match } from '../domain/match.js';
import { Propose } from '../market/propose.js';
import { viewFor } from '../match.view.js';

/** Answers a match that was just made: 202 while its place is being secured, 201 once it is, 409 when it was not to be had. */
@Injectable()
export class AnswerHeld {
  constructor(
    private readonly hold: AwaitHold,
    private readonly propose: Propose,
  ) {}

  async execute(document: Aggregate<Match>, actor: Actor, prefer: string | undefined) {
    const match = await this.hold.settled(document, secondsOf(prefer));
    const { state, requestId, obstacle } = match.state;
    if (state === 'refused') {
      const alternatives = requestId ? this.propose.alternativesFor(requestId) : [];
      throw refuse('matches.refused', { facts: { matchId: match.id, obstacle, alternatives } });
    }
    const status = state === 'holding' ? 202 : 201;
    return new Answer(viewFor(match, actor), match.rev, status, { location: `/api/matches/${match.id}` });
  }
}
