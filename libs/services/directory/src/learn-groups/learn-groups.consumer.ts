import { Controller } from '@nestjs/common';
import { MatchApproved, RequestChanged, RequestPosted, type RequestSnapshot } from '#libs/contracts';
import { localDateOf, schoolYearAskedFor, schoolYearOf } from '#libs/facts';
import { OnEvent, type EventCause } from '#libs/runtime';
import { LearnGroups } from './learn-groups.js';

@Controller()
export class LearnGroupsConsumer {
  constructor(private readonly learn: LearnGroups) {}

  @OnEvent(RequestPosted)
  posted({ request }: RequestPosted, cause: EventCause): Promise<void> {
    return this.learn.execute({ ...request, schoolYears: yearsOf(request, cause) }, cause);
  }

  @OnEvent(RequestChanged)
  changed({ request }: RequestChanged, cause: EventCause): Promise<void> {
    return this.learn.execute({ ...request, schoolYears: yearsOf(request, cause) }, cause);
  }

  /** A match that answers a request has that request's groups; the other entrances bring their own. */
  @OnEvent(MatchApproved)
  async approved({ match }: MatchApproved, cause: EventCause): Promise<void> {
    const [session] = match.sessions;
    if (match.origin === 'proposed' || !session) return;
    await this.learn.execute({ ...match, schoolYears: [yearOf(session.start), yearOf(cause.time)] }, cause);
  }
}

/** That of what is asked for, and that of the day it was asked: groups were of that one once. */
function yearsOf({ windows }: RequestSnapshot, { time }: EventCause): [string, string] {
  return [schoolYearAskedFor(windows), yearOf(time)];
}

function yearOf(moment: string): string {
  return schoolYearOf(localDateOf(Date.parse(moment)));
}
