import { Controller } from '@nestjs/common';
import { QuestionDelivered, QuestionUndeliverable } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import { Aggregates, InjectAggregates, OnEvent, type DueCause, type EventCause } from '#libs/runtime';
import { questionDelivered, questionUndeliverable } from '../domain/await-answer.js';
import type { By } from '../domain/life.js';
import type { Made, Match } from '../domain/match.js';
import { SideCalendars } from '../market/side-calendars.js';
import { matchesAggregate } from '../matching.collection.js';

/** Whether the question reached the sides: from then on they have time to answer. */
@Controller()
export class QuestionConsumer {
  constructor(
    @InjectAggregates(matchesAggregate) private readonly matches: Aggregates<Match>,
    private readonly calendars: SideCalendars,
    private readonly clock: Clock,
  ) {}

  @OnEvent(QuestionDelivered)
  delivered({ matchId, question, side, at }: QuestionDelivered, cause: EventCause): Promise<void> {
    return this.tell(matchId, cause, (match, by) => {
      const known = { pace: this.calendars.paceOf(match), calendars: this.calendars.of(match) };
      return questionDelivered(match, { question, side, at: Date.parse(at) }, known, by);
    });
  }

  @OnEvent(QuestionUndeliverable)
  undeliverable({ matchId, question, side, why }: QuestionUndeliverable, cause: EventCause): Promise<void> {
    return this.tell(matchId, cause, (match, by) =>
      questionUndeliverable(match, { question, side, why }, by),
    );
  }

  /** Each notification is a source of its own, so a match keeps no seen-mark of them: saying it twice changes nothing. */
  private async tell(
    id: string,
    { actor, correlationId, causationId }: EventCause,
    decide: (match: Match, by: By) => Made | null,
  ): Promise<void> {
    if (!(await this.matches.get(id))) return;
    const cause: DueCause = { kind: 'due', actor, correlationId, causationId };
    await this.matches.change(id, cause, (match) => decide(match, { actor, now: this.clock.now() }));
  }
}
