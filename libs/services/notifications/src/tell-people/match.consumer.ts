import { Controller } from '@nestjs/common';
import {
  ChangeDropped,
  ChangeProposed,
  MatchAsked,
  MatchConfirmed,
  MatchEnded,
  MatchHeld,
  MatchOptioned,
  type Side,
} from '#libs/contracts';
import { OnEvent, type EventCause } from '#libs/runtime';
import type { SubjectOfMatch } from '../domain/notification.js';
import { droppedAt } from '../domain/trail.js';
import { Contacts } from '../owners/contacts.js';
import { OwnerReads } from '../owners/owner-reads.js';
import { TellPeople, type Recipient } from './tell-people.js';

const both: readonly Side[] = ['school', 'partner'];

/** The moments in a match's life at which people get a mail. A first yes alone, or another contact, is not one of them. */
@Controller()
export class MatchConsumer {
  constructor(
    private readonly tell: TellPeople,
    private readonly owners: OwnerReads,
    private readonly contacts: Contacts,
  ) {}

  @OnEvent(MatchOptioned)
  optioned({ match: { question } }: MatchOptioned, cause: EventCause): Promise<void> {
    return this.tellSides(['school'], { template: 'option', matchId: cause.key, question }, cause);
  }

  @OnEvent(MatchAsked)
  asked({ match: { question }, asks }: MatchAsked, cause: EventCause): Promise<void> {
    return this.tellSides(asks, { template: 'question', matchId: cause.key, question }, cause);
  }

  @OnEvent(MatchConfirmed)
  confirmed({ match: { question } }: MatchConfirmed, cause: EventCause): Promise<void> {
    return this.tellSides(both, { template: 'confirmation', matchId: cause.key, question }, cause);
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

  /** Who took it back themselves knows. */
  @OnEvent(ChangeDropped)
  async changeDropped({ by }: ChangeDropped, cause: EventCause): Promise<void> {
    const proposer = droppedAt(await this.owners.history(cause.key), cause.time)?.proposer;
    if (!proposer || proposer === by) return;
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
    await this.tellSides(both, subject, cause, tellsAll ? undefined : cause.actor);
  }

  /** Figures are asked of a side that said yes; what was written down afterwards is first to be called right. */
  @OnEvent(MatchHeld)
  async held({ match }: MatchHeld, cause: EventCause): Promise<void> {
    const saidYes = { school: match.schoolSaidYes, partner: match.partnerSaidYes };
    for (const side of both) {
      const template = saidYes[side] ? 'figures' : 'recorded';
      await this.tellSides([side], { template, matchId: cause.key }, cause);
    }
  }

  private async tellSides(
    sides: readonly Side[],
    subject: SubjectOfMatch,
    cause: EventCause,
    except?: string,
  ): Promise<void> {
    const match = await this.owners.knownMatch(subject.matchId);
    const found = await Promise.all(
      sides.map(async (side): Promise<Recipient[]> => {
        const ids = await (side === 'school'
          ? this.contacts.ofSchool(match)
          : this.contacts.ofPartner(match));
        return ids.map((id) => ({ id, side }));
      }),
    );
    await this.tell.execute(
      found.flat().filter(({ id }) => id !== except),
      subject,
      cause,
    );
  }
}
