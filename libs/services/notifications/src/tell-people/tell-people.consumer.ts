import { Controller } from '@nestjs/common';
import { MatchAsked, MatchConfirmed, MatchEnded, RequestConsidered } from '#libs/contracts';
import { OnEvent, type EventCause } from '#libs/runtime';
import type { Side } from '../domain/notification.js';
import { TellPeople } from './tell-people.js';

const both: readonly Side[] = ['school', 'partner'];

/** The four moments at which people get a mail. A first yes alone is not one of them. */
@Controller()
export class TellPeopleConsumer {
  constructor(private readonly people: TellPeople) {}

  @OnEvent(RequestConsidered)
  considered({ requestId, askers, fitting, obstacles }: RequestConsidered, cause: EventCause): Promise<void> {
    return this.people.ofRequest(askers, { template: 'receipt', requestId, fitting, obstacles }, cause);
  }

  @OnEvent(MatchAsked)
  asked({ match, askedAgain }: MatchAsked, cause: EventCause): Promise<void> {
    const subject = { template: 'question', matchId: cause.key, question: match.question } as const;
    return this.people.ofMatch(match, askedAgain ? [askedAgain] : both, subject, cause);
  }

  @OnEvent(MatchConfirmed)
  confirmed({ match }: MatchConfirmed, cause: EventCause): Promise<void> {
    const subject = { template: 'confirmation', matchId: cause.key, question: match.question } as const;
    return this.people.ofMatch(match, both, subject, cause);
  }

  @OnEvent(MatchEnded)
  async ended({ match, ending, by, wasAsked, wasConfirmed }: MatchEnded, cause: EventCause): Promise<void> {
    if (!wasAsked) return;
    const subject = { template: 'ending', matchId: cause.key, ending, by, wasConfirmed } as const;
    await this.people.ofMatch(match, both, subject, cause);
  }
}
