import { Injectable } from '@nestjs/common';
import { nobodyThere, type Notification } from '../domain/notification.js';
import type { SubjectOfPerson } from '../domain/subject.js';
import { Links } from '../links.js';
import { passkeyLetter } from '../mails/passkey.js';
import { OwnerReads } from '../owners/owner-reads.js';
import { readerOf, type Composed } from './mail-of.js';

@Injectable()
export class ComposeOfPerson {
  constructor(
    private readonly owners: OwnerReads,
    private readonly links: Links,
  ) {}

  /** @throws Unavailable */
  async execute(notification: Notification, subject: SubjectOfPerson, now: number): Promise<Composed> {
    const person = await this.owners.person(subject.personId);
    if (!person?.email) return { skip: nobodyThere };
    const reader = readerOf(notification, person, now);
    return {
      person,
      letter: passkeyLetter(subject.template, reader, this.links.preferences()),
      attachments: [],
      about: subject.personId,
    };
  }
}
