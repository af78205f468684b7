import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/ports/clock/port';
import type { Notification } from '../domain/notification.js';
import { knowsOfChange, knowsOfIt } from '../domain/still-true.js';
import { ComposeOfMatch } from './compose-of-match.js';
import { ComposeOfPerson } from './compose-of-person.js';
import { ComposeOfRegion } from './compose-of-region.js';
import { ComposeOfRequest } from './compose-of-request.js';
import { EarlierMails } from './earlier-mails.js';
import { unsettled, type Composed } from './mail-of.js';

@Injectable()
export class ComposeMail {
  constructor(
    private readonly earlier: EarlierMails,
    private readonly ofMatch: ComposeOfMatch,
    private readonly ofRequest: ComposeOfRequest,
    private readonly ofRegion: ComposeOfRegion,
    private readonly ofPerson: ComposeOfPerson,
    private readonly clock: Clock,
  ) {}

  /** @throws Unavailable */
  async execute(notification: Notification): Promise<Composed> {
    const { subject } = notification;
    const now = this.clock.now();
    if ('personId' in subject) return this.ofPerson.execute(notification, subject, now);
    if ('regionId' in subject) return this.ofRegion.execute(notification, subject, now);
    if (!('matchId' in subject)) return this.ofRequest.execute(notification, subject, now);
    const knows = await this.knows(notification);
    if (knows === 'unsettled') return { wait: unsettled };
    return knows === 'no' ? { skip: 'never-asked' } : this.ofMatch.execute(notification, subject, now);
  }

  private async knows({ subject, recipient }: Notification): Promise<'yes' | 'no' | 'unsettled'> {
    switch (subject.template) {
      case 'ending':
        return knowsOfIt(subject, await this.earlier.ofMatch(subject.matchId), recipient);
      case 'change-withdrawn':
        return knowsOfChange(subject, await this.earlier.ofMatch(subject.matchId), recipient) ? 'yes' : 'no';
      default:
        return 'yes';
    }
  }
}
