import { Controller } from '@nestjs/common';
import { ContactChanged } from '#libs/contracts';
import { OnEvent, type EventCause } from '#libs/runtime';
import type { SubjectOfMatch } from '../domain/subject.js';
import { Contacts } from '../owners/contacts.js';
import { OwnerReads } from '../owners/owner-reads.js';
import { ReadAppointment } from '../owners/read-appointment.js';
import type { MatchView } from '../owners/views.js';
import { EarlierMails } from '../send-notification/earlier-mails.js';
import { TellPeople, type Recipient } from './tell-people.js';

type Told = Extract<SubjectOfMatch, { question: number }>;

/** Another person answers for a side: they get what that side has now, and once it is agreed the other side hears who. */
@Controller()
export class ContactConsumer {
  constructor(
    private readonly tell: TellPeople,
    private readonly owners: OwnerReads,
    private readonly contacts: Contacts,
    private readonly earlier: EarlierMails,
    private readonly appointments: ReadAppointment,
  ) {}

  @OnEvent(ContactChanged)
  async changed(changed: ContactChanged, cause: EventCause): Promise<void> {
    const { match: was, side, contactId } = changed;
    const match = await this.owners.knownMatch(cause.key);
    // Who is of another house is not written to, and nobody reads of them.
    if (!(await this.contacts.ofSide(side, match)).includes(contactId)) return;
    const subject = forNewcomer(changed, cause.key);
    if (subject && !(await this.knows(contactId, subject, cause)))
      await this.say([{ id: contactId, side }], subject, match, cause);
    if (was.state !== 'confirmed') return;
    await this.say(
      await this.whoHadIt(changed, match),
      { template: 'handed-over', matchId: cause.key },
      match,
      cause,
    );
    const other = side === 'school' ? 'partner' : 'school';
    const ids = await this.contacts.ofSide(other, match);
    const readers = ids.map((id) => ({ id, side: other }) as const);
    await this.say(readers, { template: 'contact-changed', matchId: cause.key, contactId }, match, cause);
  }

  /** Who has it in the calendar and is the contact no more. Who asked for a school stays one of its people. */
  private async whoHadIt({ side, contactId }: ContactChanged, match: MatchView): Promise<Recipient[]> {
    const told = (await this.earlier.ofMatch(match.id)).filter(
      (mail) =>
        mail.side === side && mail.subject.template === 'confirmation' && mail.recipient !== contactId,
    );
    const ids = [...new Set(told.map(({ recipient }) => recipient))];
    const replaced = await Promise.all(ids.map((id) => this.appointments.isReplaced(match, side, id)));
    return ids.filter((_, i) => replaced[i]).map((id) => ({ id, side }));
  }

  /** What was made for them since already named them: an event before this one, heard late. */
  private async knows(id: string, { matchId, template, question }: Told, { time }: EventCause) {
    const since = Date.parse(time);
    return (await this.earlier.ofMatch(matchId)).some(
      ({ recipient, subject, madeAt }) =>
        recipient === id && subject.template === template && subject.question === question && madeAt >= since,
    );
  }

  private async say(
    recipients: readonly Recipient[],
    subject: SubjectOfMatch,
    { origin, state, sessions }: MatchView,
    cause: EventCause,
  ): Promise<void> {
    const start = Math.min(...sessions.map((session) => Date.parse(session.start)));
    await this.tell.execute(recipients, subject, cause, { match: { origin, state, start } });
  }
}

/** Undefined while nothing waits for that side: of an option only the school knows. */
function forNewcomer({ match, side, contactId }: ContactChanged, matchId: string): Told | undefined {
  const { state, question } = match;
  const saidYes = side === 'school' ? match.schoolSaidYes : match.partnerSaidYes;
  const about = { matchId, question, contactId };
  if (state === 'confirmed') return { template: 'confirmation', ...about };
  if (state === 'asked' && !saidYes) return { template: 'question', ...about };
  return state === 'option' && side === 'school' ? { template: 'option', ...about } : undefined;
}
