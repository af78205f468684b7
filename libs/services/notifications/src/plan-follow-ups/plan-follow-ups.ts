import { Injectable } from '@nestjs/common';
import { Aggregates, InjectAggregates, type Aggregate, type EventCause } from '#libs/runtime';
import { cancelled, followUpId, plan, replan, type FollowUp, type Planned } from '../domain/follow-up.js';
import { whenConfirmed, whenHeld, whenOptioned } from '../domain/plan-follow-ups.js';
import { followUpsAggregate } from '../notifications.collection.js';
import { ReadCalendars } from '../owners/calendars.js';
import { startOf, startsOfDays } from '../mails/say-when.js';
import type { MatchView } from '../owners/views.js';

const mostOfOneMatch = 100;

/** Writes down what falls due of a match later on, and crosses out what no longer does. */
@Injectable()
export class PlanFollowUps {
  constructor(
    @InjectAggregates(followUpsAggregate) private readonly followUps: Aggregates<FollowUp>,
    private readonly calendars: ReadCalendars,
  ) {}

  async whenConfirmed(match: MatchView, cause: EventCause): Promise<void> {
    const starts = startsOfDays(match.sessions);
    const calendars = await this.calendars.of(match, startOf(match.sessions));
    await this.become(match, whenConfirmed(starts, Date.parse(cause.time), calendars), cause);
  }

  async whenHeld(match: MatchView, cause: EventCause): Promise<void> {
    const end = Math.max(...match.sessions.map((session) => Date.parse(session.end)));
    const calendars = await this.calendars.of(match, end);
    await this.become(match, whenHeld(end, Date.parse(cause.time), calendars), cause);
  }

  async whenOptioned(match: MatchView, cause: EventCause): Promise<void> {
    if (!match.answerBy) return;
    const lapses = Date.parse(match.answerBy);
    const calendars = await this.calendars.of(match, lapses);
    await this.become(match, whenOptioned(lapses, Date.parse(cause.time), calendars), cause);
  }

  async whenEnded(match: MatchView, cause: EventCause): Promise<void> {
    await this.become(match, [], cause);
  }

  /** The school has spoken: the partner is thanked now. */
  async thankNow(match: MatchView, cause: EventCause): Promise<void> {
    await this.put(match, { kind: 'thank-you', side: 'partner', at: Date.parse(cause.time) }, cause);
  }

  /** From now on these, and none of the others that still wait. */
  private async become(match: MatchView, planned: readonly Planned[], cause: EventCause): Promise<void> {
    const wanted = new Set(planned.map((one) => followUpId(match.id, one)));
    for (const { id } of await this.of(match.id))
      if (!wanted.has(id)) await this.followUps.change(id, cause, cancelled);
    for (const one of planned) await this.put(match, one, cause);
  }

  private async put(match: MatchView, one: Planned, cause: EventCause): Promise<void> {
    const id = followUpId(match.id, one);
    const start = new Date(one.day?.start ?? startOf(match.sessions)).toISOString();
    const fresh = plan({ matchId: match.id, regionId: match.regionId, start }, one);
    const { repeated } = await this.followUps.create(id, cause, fresh);
    if (repeated) await this.followUps.change(id, cause, (known) => replan(known, start, one.at));
  }

  private async of(matchId: string): Promise<readonly Aggregate<FollowUp>[]> {
    return (await this.followUps.find('byMatch', { equals: matchId, limit: mostOfOneMatch })).items;
  }
}
