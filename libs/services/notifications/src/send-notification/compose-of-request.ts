import { Injectable } from '@nestjs/common';
import { nobodyThere, type Notification } from '../domain/notification.js';
import type { SubjectOfRequest } from '../domain/subject.js';
import { requestOutdated } from '../domain/still-true.js';
import { Links } from '../links.js';
import { callLetter, callFailedLetter } from '../mails/call.js';
import type { Letter, Reader } from '../mails/letter.js';
import { receiptLetter } from '../mails/receipt.js';
import { requestQuestionLetter } from '../mails/request-question.js';
import { unmetLetter } from '../mails/unmet.js';
import { withdrawnLetter } from '../mails/withdrawn.js';
import { Contacts } from '../owners/contacts.js';
import { OwnerReads } from '../owners/owner-reads.js';
import type { RequestView } from '../owners/views.js';
import { readerOf, type Composed } from './mail-of.js';

@Injectable()
export class ComposeOfRequest {
  constructor(
    private readonly owners: OwnerReads,
    private readonly contacts: Contacts,
    private readonly links: Links,
  ) {}

  /** @throws Unavailable */
  async execute(notification: Notification, subject: SubjectOfRequest, now: number): Promise<Composed> {
    const { recipient } = notification;
    const [request, person] = await Promise.all([
      this.owners.request(subject.requestId),
      'organisationId' in subject
        ? this.contacts.atPartner(recipient, subject.organisationId)
        : this.owners.person(recipient),
    ]);
    const skip = requestOutdated(subject, request.state, now);
    if (skip) return { skip };
    if (!person?.email) return { skip: nobodyThere };
    const letter = await this.letter(subject, request, readerOf(notification, person, now));
    return { person, letter, attachments: [], about: request.id };
  }

  private async letter(subject: SubjectOfRequest, request: RequestView, reader: Reader): Promise<Letter> {
    const url = this.links.request(request.id);
    switch (subject.template) {
      case 'receipt':
        return receiptLetter(subject, request, reader, url);
      case 'unmet':
        return unmetLetter(request, await this.owners.fitOf(request.id), reader, url);
      case 'needs-info':
        return requestQuestionLetter(request, reader, url);
      case 'withdrawn': {
        const [coordinator] = await this.owners.peopleOf(request.regionId, 'coordinator');
        return withdrawnLetter({ request, ...(coordinator ? { coordinator } : {}) }, reader, url);
      }
      case 'call': {
        const school = await this.owners.school(request.schoolLocationId);
        return callLetter(subject, { request, school }, reader, this.links.calls());
      }
      case 'call-failed':
        return callFailedLetter(subject, request, reader, this.links.calls());
    }
  }
}
