import type { MailAddress } from '#libs/ports/mailer/port';
import { oneLine, type Letter, type Reader } from '../mails/letter.js';
import { wordsIn } from '../mails/say.js';
import type { Appointment } from '../owners/views.js';
import { knowEachOther } from '../owners/who-sees.js';

/**
 * Until it is agreed an answer goes to the region, then to whoever is there on the day for the other side; of a no-show to
 * the region again.
 */
export function replyToOf(appointment: Appointment, { side }: Reader): MailAddress | undefined {
  const { match, contacts, coordinator, region } = appointment;
  const other = contacts[side === 'school' ? 'partner' : 'school'];
  const isBetweenThem = knowEachOther(match) && match.state !== 'no-show';
  const to = isBetweenThem && other ? other : coordinator;
  if (to === coordinator && region?.contactEmail)
    return { name: oneLine(region.name), email: region.contactEmail };
  return to?.email ? { name: oneLine(to.name), email: to.email } : undefined;
}

/** The letter, saying who reads an answer to it. */
export function withReply(letter: Letter, to: MailAddress | undefined): Letter {
  if (!to) return letter;
  const line = wordsIn(letter.lang)(
    `Antwoord je op deze mail, dan leest ${to.name} dat (${to.email}).`,
    `When you reply to this mail, ${to.name} reads it (${to.email}).`,
  );
  return { ...letter, footer: [line, ...(letter.footer ?? [])] };
}
