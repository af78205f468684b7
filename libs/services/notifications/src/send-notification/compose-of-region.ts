import { Injectable } from '@nestjs/common';
import { nobodyThere, type Notification } from '../domain/notification.js';
import type { SubjectOfRegion } from '../domain/subject.js';
import { FindIdleGroups } from '../idle-groups/find-idle-groups.js';
import { isOver } from '../idle-groups/term.js';
import { WhoAsks } from '../idle-groups/who-asks.js';
import { Links } from '../links.js';
import { idleGroupsLetter, idleSchoolsLetter } from '../mails/idle-groups.js';
import { oneLine, type Letter, type Reader } from '../mails/letter.js';
import { OwnerReads } from '../owners/owner-reads.js';
import type { RegionView } from '../owners/views.js';
import { readerOf, type Composed } from './mail-of.js';
import { withReply } from './reply-to.js';

@Injectable()
export class ComposeOfRegion {
  constructor(
    private readonly owners: OwnerReads,
    private readonly idle: FindIdleGroups,
    private readonly who: WhoAsks,
    private readonly links: Links,
  ) {}

  /** @throws Unavailable */
  async execute(notification: Notification, subject: SubjectOfRegion, now: number): Promise<Composed> {
    if (isOver(subject.term, now)) return { skip: 'term-over' };
    const [person, region] = await Promise.all([
      this.owners.person(notification.recipient),
      this.owners.region(subject.regionId),
    ]);
    if (!region) return { skip: 'region-gone' };
    if (!person?.email) return { skip: nobodyThere };
    if (person.preferences?.reminders === false) return { skip: 'unsubscribed' };
    const letter = await this.letter(subject, region, readerOf(notification, person, now));
    if (!letter) return { skip: 'none-idle' };
    const { name, contactEmail } = region;
    const replyTo =
      contactEmail && subject.template === 'idle-groups'
        ? { name: oneLine(name), email: contactEmail }
        : undefined;
    return {
      person,
      letter: withReply(letter, replyTo),
      attachments: [],
      about: 'schoolLocationId' in subject ? subject.schoolLocationId : subject.regionId,
      ...(replyTo ? { replyTo } : {}),
    };
  }

  private async letter(
    subject: SubjectOfRegion,
    region: RegionView,
    reader: Reader,
  ): Promise<Letter | undefined> {
    if (subject.template === 'idle-groups') {
      const school = await this.idle.ofSchool(region.id, subject.schoolLocationId);
      return school && idleGroupsLetter(school, reader, this.links.asking());
    }
    const schools = await this.idle.ofRegion(region.id);
    if (schools.length === 0) return undefined;
    const asksNothing = schools.filter(({ groups }) => groups.some(({ asked }) => !asked));
    const ids = asksNothing.map(({ id }) => id);
    const reachable = await this.who.reachable(region.id, ids);
    const unreached = asksNothing.filter(({ id }) => !reachable.has(id));
    return idleSchoolsLetter(
      { region, schools, told: reachable.size, unreached },
      reader,
      this.links.figures(region.id),
    );
  }
}
