import { Controller } from '@nestjs/common';
import {
  AnswerAwaited,
  ChangeDropped,
  ChangeProposed,
  MatchAsked,
  MatchConfirmed,
  MatchEnded,
  MatchEvaluated,
  MatchHeld,
  MatchOptioned,
  RestCancelled,
  type Side,
} from '#libs/contracts';
import { OnEvent, type EventCause } from '#libs/runtime';
import type { SubjectOfMatch } from '../domain/subject.js';
import { droppedAt } from '../domain/trail.js';
import { Contacts } from '../owners/contacts.js';
import { OwnerReads } from '../owners/owner-reads.js';
import type { MatchView } from '../owners/views.js';
import { PlanFollowUps } from '../plan-follow-ups/plan-follow-ups.js';
import { LookAgain } from './look-again.js';
import { TellPeople, type Recipient } from './tell-people.js';

const both: readonly Side[] = ['school', 'partner'];

/** The moments in a match's life at which people get a mail. A first yes alone is not one of them. */
@Controller()
export class MatchConsumer {
  constructor(
    private readonly tell: TellPeople,
    private readonly owners: OwnerReads,
    private readonly contacts: Contacts,
    private readonly followUps: PlanFollowUps,
    private readonly hurry: LookAgain,
  ) {}

  @OnEvent(MatchOptioned)
  async optioned({ match: { question } }: MatchOptioned, cause: EventCause): Promise<void> {
    const match = await this.tellSides(
      ['school'],
      { template: 'option', matchId: cause.key, question },
      cause,
    );
    await this.followUps.whenOptioned(match, cause);
  }

  @OnEvent(MatchAsked)
  async asked({ match: { question }, asks }: MatchAsked, cause: EventCause): Promise<void> {
    await this.tellSides(asks, { template: 'question', matchId: cause.key, question }, cause);
  }

  /** Who was asked is reminded of it, and so is their deputy; the coordinator finds it in the inbox. */
  @OnEvent(AnswerAwaited)
  async awaited({ match, side, stage }: AnswerAwaited, cause: EventCause): Promise<void> {
    if (stage !== 'nudge') return;
    const question = match.state === 'confirmed' ? match.change?.question : match.question;
    if (question === undefined) return;
    await this.tellSides([side], { template: 'nudge', matchId: cause.key, question }, cause, {
      deputies: true,
    });
  }

  @OnEvent(MatchConfirmed)
  async confirmed({ match: said }: MatchConfirmed, cause: EventCause): Promise<void> {
    const { question, calendarSequence } = said;
    const anew = calendarSequence > 1 ? ({ anew: true } as const) : {};
    const subject = { template: 'confirmation', matchId: cause.key, question, ...anew } as const;
    const match = await this.tellSides(both, subject, cause);
    await this.followUps.whenConfirmed(match, cause);
  }

  @OnEvent(ChangeProposed)
  async changeProposed({ match: { change } }: ChangeProposed, cause: EventCause): Promise<void> {
    if (!change) return;
    const subject = { template: 'change', matchId: cause.key, question: change.question } as const;
    await this.tellSides(
      both.filter((side) => side !== change.by),
      subject,
      cause,
    );
  }

  /** Who took it back themselves knows; the side that was asked for it does not. */
  @OnEvent(ChangeDropped)
  async changeDropped({ by, question }: ChangeDropped, cause: EventCause): Promise<void> {
    const proposer = droppedAt(await this.owners.history(cause.key), cause.time)?.proposer;
    if (!proposer) return;
    if (proposer === by) {
      const takenBack = { template: 'change-withdrawn', matchId: cause.key, question } as const;
      return void (await this.tellSides(
        both.filter((side) => side !== proposer),
        takenBack,
        cause,
      ));
    }
    const subject = { template: 'change-dropped', matchId: cause.key, by, at: cause.time } as const;
    await this.tellSides([proposer], subject, cause);
  }

  /** Whoever ended it knows, unless it costs something or somebody did not come. */
  @OnEvent(MatchEnded)
  async ended(event: MatchEnded, cause: EventCause): Promise<void> {
    const { ending, by, wasAsked, wasConfirmed, feeCents } = event;
    if (!wasAsked) return;
    const tellsAll = ending === 'no-show' || feeCents > 0;
    const subject = { template: 'ending', matchId: cause.key, ending, by, wasConfirmed } as const;
    const match = await this.tellSides(both, subject, cause, tellsAll ? {} : { except: cause.actor });
    await this.followUps.whenEnded(match, cause);
    await this.hurry.lookAgain(cause.key, cause);
  }

  @OnEvent(RestCancelled)
  async restCancelled({ by, sessions }: RestCancelled, cause: EventCause): Promise<void> {
    const subject = { template: 'rest-cancelled', matchId: cause.key, by, sessions } as const;
    await this.tellSides(both, subject, cause, { except: cause.actor });
  }

  /** Figures are asked on the next morning; what was written down afterwards is first to be called right. */
  @OnEvent(MatchHeld)
  async held({ match: told }: MatchHeld, cause: EventCause): Promise<void> {
    const asks = both.filter((side) => !(side === 'school' ? told.schoolSaidYes : told.partnerSaidYes));
    const match = await this.tellSides(asks, { template: 'recorded', matchId: cause.key }, cause);
    await this.followUps.whenHeld(match, cause);
  }

  @OnEvent(MatchEvaluated)
  async evaluated({ by }: MatchEvaluated, cause: EventCause): Promise<void> {
    if (by === 'school') await this.followUps.thankNow(await this.owners.knownMatch(cause.key), cause);
  }

  private async tellSides(
    sides: readonly Side[],
    subject: SubjectOfMatch,
    cause: EventCause,
    { except, deputies = false }: { except?: string; deputies?: boolean } = {},
  ): Promise<MatchView> {
    const match = await this.owners.knownMatch(subject.matchId);
    const found = await Promise.all(
      sides.map(async (side): Promise<Recipient[]> => {
        const ids = await this.contacts.ofSide(side, match);
        const all = deputies ? await this.contacts.withDeputies(ids) : ids;
        return all.map((id) => ({ id, side }));
      }),
    );
    const start = Math.min(...match.sessions.map((session) => Date.parse(session.start)));
    await this.tell.execute(
      found.flat().filter(({ id }) => id !== except),
      subject,
      cause,
      { match: { origin: match.origin, state: match.state, start } },
    );
    return match;
  }
}
