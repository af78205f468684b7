import { Injectable } from '@nestjs/common';
import type { Side } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import type { Actor } from '#libs/runtime';
import type { Answerer } from '../domain/answerer.js';
import { ShowMatch } from '../list-matches/show-match.js';

/** Whom somebody who is not of that side speaks for, and how they were told. */
export interface Behalf {
  readonly onBehalfOf?: Side;
  readonly how?: string;
}

@Injectable()
export class WhoAnswers {
  constructor(
    private readonly show: ShowMatch,
    private readonly clock: Clock,
  ) {}

  /** The side that this person speaks for. @throws as `ShowMatch.sideOf` */
  async execute(id: string, actor: Actor, { onBehalfOf, how }: Behalf): Promise<Answerer> {
    const side = await this.show.sideOf(id, actor, {
      ...(onBehalfOf ? { onBehalfOf } : {}),
      ...(how ? { how } : {}),
    });
    return { actor: actor.id, now: this.clock.now(), side, ...(how ? { how } : {}) };
  }
}
