import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Unavailable } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import { Aggregates, DueRunner, InjectAggregates, type Aggregate, type DueCause } from '#libs/runtime';
import { cancelled, putOff, told, type FollowUp } from '../domain/follow-up.js';
import type { SubjectOfMatch } from '../domain/subject.js';
import { outdated } from '../domain/still-true.js';
import { followUpsAggregate } from '../notifications.collection.js';
import { Contacts } from '../owners/contacts.js';
import { OwnerReads } from '../owners/owner-reads.js';
import { TellPeople } from '../tell-people/tell-people.js';

/** Tells a side what fell due for it, as long as the match is still what it was. */
@Injectable()
export class RunFollowUp implements OnModuleInit {
  constructor(
    @InjectAggregates(followUpsAggregate) private readonly followUps: Aggregates<FollowUp>,
    private readonly owners: OwnerReads,
    private readonly contacts: Contacts,
    private readonly tell: TellPeople,
    private readonly due: DueRunner,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.due.handle(followUpsAggregate, (document, cause) => this.execute(document, cause));
  }

  private async execute(document: Aggregate<FollowUp>, cause: DueCause): Promise<void> {
    const become = await this.handle(document.state, cause).catch((error: unknown) => {
      if (!(error instanceof Unavailable)) throw error;
      return (now: FollowUp) => putOff(now, this.clock.now());
    });
    await this.followUps.change(document, cause, become);
  }

  private async handle(followUp: FollowUp, cause: DueCause) {
    const { matchId, side, at } = followUp;
    const match = await this.owners.match(matchId);
    const subject = subjectOf(followUp);
    if (!match || outdated(subject, side, match, this.clock.now())) return cancelled;
    const ids = await this.contacts.ofSide(side, match);
    const start = Math.min(...match.sessions.map((session) => Date.parse(session.start)));
    await this.tell.execute(
      ids.map((recipient) => ({ id: recipient, side })),
      subject,
      cause,
      { match: { origin: match.origin, state: match.state, start }, wanted: at },
    );
    return told;
  }
}

function subjectOf({ matchId, kind, start }: FollowUp): SubjectOfMatch {
  switch (kind) {
    case 'thank-you':
    case 'again':
      return { template: kind, matchId };
    default:
      return { template: kind, matchId, start };
  }
}
