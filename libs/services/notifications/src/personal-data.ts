import { Injectable } from '@nestjs/common';
import { DocumentStore, StaleVersion, type Query } from '#libs/ports/document-store/port';
import { Mailbox, Mailer } from '#libs/ports/mailer/port';
import { PersonalData, everyAggregate, type Keep, type Kept } from '#libs/runtime';
import { actionLinks } from './action-links/action-links.collection.js';

const dayMs = 86_400_000;

/** Who was told what is kept by ids alone; what was said lies in the mailbox, where there is one. */
@Injectable()
export class NotificationsPersonalData extends PersonalData {
  constructor(
    private readonly mailer: Mailer,
    private readonly store: DocumentStore,
  ) {
    super();
  }

  override async exportOf(personId: string): Promise<Kept> {
    const links: object[] = [];
    for await (const { state } of this.linksOf(personId)) {
      const { subject, side, expiresAt, usedAt } = state;
      links.push({ matchId: subject.matchId, side, expiresAt, usedAt });
    }
    return { links };
  }

  /** The mailbox is emptied by `directory`, which knows the address until then. */
  override async erase(personId: string): Promise<void> {
    for await (const { id, ver } of this.linksOf(personId)) {
      await this.store.remove(actionLinks.collection, id, ver).catch((error: unknown) => {
        // Used this very moment: it answers nothing any more.
        if (!(error instanceof StaleVersion)) throw error;
      });
    }
  }

  override async removeOld(now: number, { mailDays }: Keep): Promise<void> {
    if (this.mailer instanceof Mailbox) await this.mailer.removeBefore(now - mailDays * dayMs);
  }

  private linksOf(personId: string) {
    const find = (query: Query) => this.store.find(actionLinks.collection, 'byRecipient', query);
    return everyAggregate(find, personId);
  }
}
