import { Injectable } from '@nestjs/common';
import { nobodyThere, type Notification } from '../domain/notification.js';
import type { SubjectOfPerson } from '../domain/subject.js';
import { Links } from '../links.js';
import { claimRefusedLetter } from '../mails/claim-refused.js';
import { passkeyLetter } from '../mails/passkey.js';
import { OwnerReads } from '../owners/owner-reads.js';
import type { PersonView, ShoreView } from '../owners/views.js';
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
    const said = { person, attachments: [], about: subject.personId };
    if (subject.template !== 'claim-refused')
      return { ...said, letter: passkeyLetter(subject.template, reader, this.links.preferences()) };
    // Said again since, or confirmed after all.
    const { schoolLocationId } = subject;
    if (person.roles?.some((role) => role.schoolLocationId === schoolLocationId)) return { skip: 'answered' };
    const school = await this.owners.school(schoolLocationId);
    const [coordinator] = await this.coordinatorsOf(school);
    const from = { school, ...(coordinator ? { coordinator } : {}) };
    return { ...said, letter: claimRefusedLetter(from, reader, this.links.self()) };
  }

  private async coordinatorsOf({ regionIds = [] }: ShoreView): Promise<readonly PersonView[]> {
    const found = await Promise.all(regionIds.map((id) => this.owners.peopleOf(id, 'coordinator')));
    return found.flat();
  }
}
