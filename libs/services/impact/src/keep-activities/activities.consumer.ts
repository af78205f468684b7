import { Controller } from '@nestjs/common';
import {
  HoursEntered,
  MatchClosed,
  MatchConfirmed,
  MatchCounted,
  MatchEnded,
  MatchEvaluated,
  MatchHeld,
  TallyCounted,
  type MatchSnapshot,
} from '#libs/contracts';
import { Copies, InjectCopies, OnEvent, type EventCause } from '#libs/runtime';
import { activityOf, type Activity, type EndedMatch } from '../domain/activity.js';
import { activityCopies, endedCopies } from '../impact.collection.js';

/** Each event carries the whole match, so the newest alone counts; only how it ended is told once. */
@Controller()
export class ActivitiesConsumer {
  constructor(
    @InjectCopies(activityCopies) private readonly activities: Copies<Activity>,
    @InjectCopies(endedCopies) private readonly ended: Copies<EndedMatch>,
  ) {}

  @OnEvent(MatchConfirmed)
  confirmed({ match }: MatchConfirmed, cause: EventCause): Promise<void> {
    return this.keep(match, cause);
  }

  @OnEvent(MatchHeld)
  held({ match }: MatchHeld, cause: EventCause): Promise<void> {
    return this.keep(match, cause);
  }

  @OnEvent(MatchCounted)
  counted({ match }: MatchCounted, cause: EventCause): Promise<void> {
    return this.keep(match, cause);
  }

  @OnEvent(HoursEntered)
  hours({ match }: HoursEntered, cause: EventCause): Promise<void> {
    return this.keep(match, cause);
  }

  @OnEvent(MatchEvaluated)
  evaluated({ match }: MatchEvaluated, cause: EventCause): Promise<void> {
    return this.keep(match, cause);
  }

  @OnEvent(TallyCounted)
  tallied({ match }: TallyCounted, cause: EventCause): Promise<void> {
    return this.keep(match, cause);
  }

  @OnEvent(MatchClosed)
  closed({ match }: MatchClosed, cause: EventCause): Promise<void> {
    return this.keep(match, cause);
  }

  /** Also what was never confirmed: an appointment of the past that the other side denies was held until then. */
  @OnEvent(MatchEnded)
  async over({ match, wasConfirmed, late, feeCents }: MatchEnded, cause: EventCause): Promise<void> {
    await this.ended.put(cause.key, cause.seq, { wasConfirmed, late, feeCents });
    await this.keep(match, cause);
  }

  private keep(match: MatchSnapshot, { key, seq }: EventCause): Promise<void> {
    return this.activities.put(key, seq, activityOf(match));
  }
}
