import { Controller } from '@nestjs/common';
import { ActivityImported } from '#libs/contracts';
import { usualPlaceOf } from '#libs/facts';
import { Aggregates, InjectAggregates, OnEvent, type EventCause } from '#libs/runtime';
import { makeOfPast } from '../domain/past-activity.js';
import type { Match } from '../domain/match.js';
import { matchOfTimes } from '../make-match/match-of-times.js';
import { matchesAggregate } from '../matching.collection.js';

/** What a partner list tells of an earlier year counts as held, and can be repeated. */
@Controller()
export class TakeInActivityConsumer {
  constructor(@InjectAggregates(matchesAggregate) private readonly matches: Aggregates<Match>) {}

  /** Once per activity: a later list that corrects it changes nothing here. */
  @OnEvent(ActivityImported)
  async imported(activity: ActivityImported, cause: EventCause): Promise<void> {
    const { regionId, schoolLocationId, organisationId, groups, start, end, kind, title, themes } = activity;
    const wanted = matchOfTimes({
      origin: 'arranged',
      regionId,
      schoolLocationId,
      organisationId,
      kind,
      title,
      themes,
      place: usualPlaceOf(kind),
      groups,
      sessions: [
        {
          id: `${cause.key}-1`,
          start,
          end,
          groups: groups.map(({ groupId, pupils }) => ({ groupId, pupils })),
        },
      ],
      needs: [],
      costs: { totalCents: 0, schoolCents: 0, regionCents: 0, partnerCents: 0 },
      standing: ['school', 'partner'],
      questionWorkingDays: 7,
      askers: [],
    });
    const made = makeOfPast(wanted, activity, { actor: cause.actor, now: Date.parse(cause.time) });
    await this.matches.create(`imported-${cause.key}`, cause, made);
  }
}
