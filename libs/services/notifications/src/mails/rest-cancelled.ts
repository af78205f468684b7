import type { SubjectOfMatch } from '../domain/subject.js';
import type { Appointment } from '../owners/views.js';
import { helpFrom } from './facts.js';
import type { Letter, Reader } from './letter.js';
import { quoted, sayCosts, wordsIn } from './say.js';
import { sayTime } from './say-when.js';

export type RestOff = Extract<SubjectOfMatch, { template: 'rest-cancelled' }>;

/** "The rest does not take place": why, what falls away, and that what took place counts. */
export function restCancelledLetter(
  { by, sessions }: RestOff,
  appointment: Appointment,
  { lang, today }: Reader,
  url: string,
): Letter {
  const { match, school, partner, history } = appointment;
  const words = wordsIn(lang);
  const off = sayTime(sessions, lang, today);
  const who = {
    school: school.name,
    partner: partner.name,
    coordinator: words('De coördinator', 'The coordinator'),
  }[by];
  const reason = history.findLast(({ what }) => what === 'cancelled')?.reason;
  return {
    lang,
    tone: 'over',
    subject: words(`Gaat verder niet door: ${match.title}, ${off}`, `No more of it: ${match.title}, ${off}`),
    ask: words(
      'Je hoeft nu niets te doen: wat nog zou komen, gaat niet door. Wat al geweest is, telt mee.',
      'There is nothing to do now: what was still to come does not take place. What took place counts.',
    ),
    facts: [
      {
        label: words('Waarom', 'Why'),
        text: `${words(`${who} heeft de rest afgezegd.`, `${who} has cancelled the rest.`)}${reason ? `\n${quoted(reason, lang)}` : ''}`,
      },
      { label: words('Wat', 'What'), text: match.title },
      { label: words('Vervalt', 'Cancelled'), text: off },
      { label: words('Geweest', 'Took place'), text: sayTime(match.sessions, lang, today) },
      { label: words('Kosten', 'Costs'), text: sayCosts(match.costs, lang) },
    ],
    notes: [
      words(
        'Met de bijlage verdwijnt de rest uit je agenda.',
        'The attachment takes the rest out of your calendar.',
      ),
    ],
    button: { label: words('Bekijk de afspraak', 'See the appointment'), url },
    otherwise: helpFrom(appointment, lang),
  };
}
