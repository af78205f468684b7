import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Unavailable } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import { Aggregates, DueRunner, InjectAggregates, type Aggregate, type DueCause } from '#libs/runtime';
import { Contacts } from '../owners/contacts.js';
import { OwnerReads } from '../owners/owner-reads.js';
import { TellPeople } from '../tell-people/tell-people.js';
import { otherSides, putOff, told, type Message } from './message.js';
import { messagesAggregate } from './messages.collection.js';

/** Tells the other side that there is a message, once for each message. */
@Injectable()
export class TellOfMessage implements OnModuleInit {
  constructor(
    @InjectAggregates(messagesAggregate) private readonly messages: Aggregates<Message>,
    private readonly owners: OwnerReads,
    private readonly contacts: Contacts,
    private readonly tell: TellPeople,
    private readonly due: DueRunner,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.due.handle(messagesAggregate, (document, cause) => this.execute(document, cause));
  }

  private async execute(document: Aggregate<Message>, cause: DueCause): Promise<void> {
    const become = await this.tellOf(document.id, document.state, cause).catch((error: unknown) => {
      if (!(error instanceof Unavailable)) throw error;
      return (now: Message) => putOff(now, this.clock.now());
    });
    await this.messages.change(document, cause, become);
  }

  private async tellOf(messageId: string, { matchId, side, author }: Message, cause: DueCause) {
    const match = await this.owners.match(matchId);
    if (!match) return told;
    const start = Math.min(...match.sessions.map((session) => Date.parse(session.start)));
    const occasion = { match: { origin: match.origin, state: match.state, start } };
    for (const reads of otherSides(side)) {
      const ids = await this.contacts.ofSide(reads, match);
      const recipients = ids.filter((id) => id !== author).map((id) => ({ id, side: reads }));
      await this.tell.execute(recipients, { template: 'message', matchId, messageId }, cause, occasion);
    }
    return told;
  }
}
