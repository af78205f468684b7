import { Injectable } from '@nestjs/common';
import { Answer, type Actor, type Aggregate } from '#libs/runtime';
import { AwaitHold, secondsOf } from '../approve-proposal/await-hold.js';
import { refuse } from '../domain/match.errors.js';
import type { Match } from '../domain/match.js';
import { viewFor } from '../match.view.js';

/** Answers a change that was just asked for: 202 while its place is being secured, 200 once it is, 409 when it was gone. */
@Injectable()
export class AnswerChange {
  constructor(private readonly hold: AwaitHold) {}

  async execute(document: Aggregate<Match>, actor: Actor, prefer: string | undefined) {
    const question = document.state.wanted?.question;
    const match = await this.hold.changeSettled(document, secondsOf(prefer));
    const { wanted, history } = match.state;
    const last = history.at(-1);
    if (question !== undefined && wanted === null && last?.what === 'change-dropped')
      throw refuse('matches.refused', { facts: { matchId: match.id, obstacle: last.reason ?? null } });
    return new Answer(viewFor(match, actor), match.rev, wanted?.phase === 'holding' ? 202 : 200);
  }
}
