import type { SubjectOfMatch } from '../domain/subject.js';
import { figuresAgainLetter, figuresLetter, recordedLetter } from '../mails/afterwards.js';
import { checkLetter, optionLapsesLetter, reminderLetter } from '../mails/before.js';
import { changeDroppedLetter, changeLetter, changeWithdrawnLetter } from '../mails/change.js';
import { confirmationLetter, type News } from '../mails/confirmation.js';
import { contactChangedLetter, handedOverLetter } from '../mails/contact-changed.js';
import { endingLetter, takesFromCalendar, type WayOn } from '../mails/ending.js';
import type { Letter, Reader } from '../mails/letter.js';
import { messageLetter } from '../mails/message.js';
import { nudgeLetter } from '../mails/nudge.js';
import { optionLetter } from '../mails/option.js';
import { questionLetter } from '../mails/question.js';
import { restCancelledLetter } from '../mails/rest-cancelled.js';
import { againLetter, thankYouLetter } from '../mails/thanks.js';
import type { Appointment } from '../owners/views.js';

/** The letter about a match, with what it does to the reader's calendar. */
export interface Written {
  readonly letter: Letter;
  readonly calendar?: 'REQUEST' | 'CANCEL';
}

export function writeLetter(
  subject: SubjectOfMatch,
  appointment: Appointment,
  reader: Reader,
  way: WayOn,
): Written {
  const url = way.match;
  switch (subject.template) {
    case 'question':
      return { letter: questionLetter(appointment, reader, url) };
    case 'option':
      return { letter: optionLetter(appointment, reader, url) };
    case 'confirmation':
      return {
        letter: confirmationLetter(appointment, reader, url, newsOf(subject)),
        calendar: 'REQUEST',
      };
    case 'contact-changed':
      return { letter: contactChangedLetter(appointment, reader, url), calendar: 'REQUEST' };
    case 'handed-over':
      return { letter: handedOverLetter(appointment, reader, url), calendar: 'CANCEL' };
    case 'change':
      return { letter: changeLetter(appointment, reader, url) };
    case 'change-dropped':
      return { letter: changeDroppedLetter(subject, appointment, reader, url) };
    case 'change-withdrawn':
      return { letter: changeWithdrawnLetter(appointment, reader, url) };
    case 'recorded':
      return { letter: recordedLetter(appointment, reader, url) };
    case 'figures':
      return { letter: figuresLetter(appointment, reader, url) };
    case 'figures-again':
      return { letter: figuresAgainLetter(appointment, reader, url) };
    case 'nudge':
      return { letter: nudgeLetter(appointment, reader, url) };
    case 'check':
      return { letter: checkLetter(appointment, reader, url) };
    case 'reminder':
      return { letter: reminderLetter(appointment, reader, url, subject.start) };
    case 'option-lapses':
      return { letter: optionLapsesLetter(appointment, reader, url) };
    case 'thank-you':
      return { letter: thankYouLetter(appointment, reader, url) };
    case 'again':
      return { letter: againLetter(appointment, reader, url) };
    case 'message':
      return { letter: messageLetter(appointment, reader, url) };
    case 'rest-cancelled':
      return { letter: restCancelledLetter(subject, appointment, reader, url), calendar: 'CANCEL' };
    case 'ending':
      return {
        letter: endingLetter(subject, appointment, reader, way),
        ...(takesFromCalendar(subject) ? { calendar: 'CANCEL' as const } : {}),
      };
  }
}

function newsOf({ contactId, anew }: { readonly contactId?: string; readonly anew?: true }): News {
  if (contactId !== undefined) return 'taken-over';
  return anew ? 'agreed-anew' : 'agreed';
}
