import type { MatchSession } from '#libs/contracts';
import { droppedAt } from '../domain/trail.js';
import type { SubjectOfMatch } from '../domain/subject.js';
import type { Appointment, MatchView, Words } from '../owners/views.js';
import { helpFrom, otherName } from './facts.js';
import type { Fact, Letter, Reader } from './letter.js';
import { both, quoted, sayCosts, sayEuros, sayUntil, wordsIn } from './say.js';
import { sayPupils } from './say-groups.js';
import { saySessions, sayTime } from './say-when.js';

/** "Does this suit you instead?" To the side that did not propose it; the old appointment stands until it says yes. */
export function changeLetter(appointment: Appointment, reader: Reader, url: string): Letter {
  const { match } = appointment;
  const { lang, today } = reader;
  const words = wordsIn(lang);
  const change = match.change as NonNullable<MatchView['change']>;
  const name = otherName(appointment, reader);
  const by = change.answerBy ? sayUntil(change.answerBy, lang, today) : undefined;
  const ofTime = change.what === 'time';
  return {
    lang,
    tone: 'asks',
    subject: ofTime
      ? words(
          `Kan het ook dan? ${match.title}, ${sayTime(change.sessions, 'nl', today)}`,
          `Would this do instead? ${match.title}, ${sayTime(change.sessions, 'en', today)}`,
        )
      : words(
          `Andere aantallen? ${match.title}, ${sayTime(match.sessions, 'nl', today)}`,
          `Other numbers? ${match.title}, ${sayTime(match.sessions, 'en', today)}`,
        ),
    ask: words(
      `Zeg ${by ? `uiterlijk ${by}` : 'zo snel mogelijk'} of ${ofTime ? 'deze andere tijd' : 'dit andere aantal'} je past. Tot dan blijft staan wat was afgesproken.`,
      `Say ${by ? `by ${by}` : 'as soon as you can'} whether ${ofTime ? 'this other time suits' : 'these other numbers suit'} you. Until then what was agreed stands.`,
    ),
    facts: [
      { label: words('Wat', 'What'), text: match.title },
      ...(ofTime ? [] : [{ label: words('Wanneer', 'When'), text: sayTime(match.sessions, lang, today) }]),
      { label: words('Nu', 'Now'), text: say(match, match.sessions, ofTime, reader) },
      { label: words('Wordt', 'Becomes'), text: say(match, change.sessions, ofTime, reader) },
      ...otherCosts(match, change, reader),
      {
        label: words('Waarom', 'Why'),
        text: `${words(`${name} stelt dit voor.`, `${name} proposes this.`)}${change.reason ? `\n${quoted(change.reason, lang)}` : ''}`,
      },
      ...(ofTime ? [{ label: words('Voor wie', 'For whom'), text: sayPupils(match, lang) }] : []),
    ],
    notes: [],
    button: { label: words('Bekijk de wijziging en zeg ja of nee', 'See the change and say yes or no'), url },
    otherwise: helpFrom(appointment, lang),
  };
}

/**
 * A change that waits for an answer, in a mail about what was agreed: that holds until then. Undefined when none waits that
 * the reader knows of.
 */
export function waitingChange(
  appointment: Appointment,
  reader: Reader,
): { readonly isYours: boolean; readonly ask: string; readonly fact: Fact } | undefined {
  const { match } = appointment;
  const { change } = match;
  const { side, lang, today } = reader;
  if (!change || (change.phase === 'holding' && change.by !== side)) return undefined;
  const words = wordsIn(lang);
  const name = otherName(appointment, reader);
  const isYours = change.by !== side;
  const by = change.answerBy ? sayUntil(change.answerBy, lang, today) : undefined;
  return {
    isYours,
    ask: isYours
      ? words(
          `${name} wil iets veranderen. Zeg ${by ? `uiterlijk ${by}` : 'zo snel mogelijk'} ja of nee. Tot dan geldt wat was afgesproken.`,
          `${name} wants to change something. Say yes or no ${by ? `by ${by}` : 'as soon as you can'}. Until then what was agreed holds.`,
        )
      : words(
          `Op jouw wijziging is nog geen antwoord. Tot dat er is, geldt wat was afgesproken.`,
          `Your change has no answer yet. Until it has, what was agreed holds.`,
        ),
    fact: {
      label: words('Voorstel', 'Proposal'),
      text: say(match, change.sessions, change.what === 'time', reader),
    },
  };
}

/** Costs are said before anybody says yes; those that stay were said before. */
function otherCosts(
  { costs: now }: MatchView,
  { costs }: NonNullable<MatchView['change']>,
  { lang }: Reader,
): Fact[] {
  if (!costs || costs.totalCents === now.totalCents) return [];
  const words = wordsIn(lang);
  const before = sayEuros(now.totalCents, lang);
  const text = `${sayCosts(costs, lang)}\n${words(`Nu is dat ${before}.`, `Now that is ${before}.`)}`;
  return [{ label: words('Kosten', 'Costs'), text }];
}

/** Old and new read alike: times, or numbers. */
function say(match: MatchView, sessions: readonly MatchSession[], ofTime: boolean, reader: Reader): string {
  const planned = { sessions, groups: match.groups };
  return ofTime ? saySessions(planned, reader.lang, reader.today) : sayPupils(planned, reader.lang);
}

type Dropped = Extract<SubjectOfMatch, { template: 'change-dropped' }>;

/** "It stays as it was": to the side that proposed it, with why. */
export function changeDroppedLetter(
  dropped: Dropped,
  appointment: Appointment,
  reader: Reader,
  url: string,
): Letter {
  const { match } = appointment;
  const { lang, today } = reader;
  const words = wordsIn(lang);
  const stillAsked = match.state === 'asked';
  const facts: Fact[] = [
    { label: words('Waarom', 'Why'), text: why(dropped, appointment, reader) },
    { label: words('Wat', 'What'), text: match.title },
    {
      label: stillAsked ? words('De vraag', 'The question') : words('Blijft', 'Stays'),
      text: `${saySessions(match, lang, today)}\n${sayPupils(match, lang)}`,
    },
  ];
  return {
    lang,
    tone: 'tells',
    subject: words(`Je wijziging gaat niet door: ${match.title}`, `Your change is not made: ${match.title}`),
    ask: stillAsked
      ? words(
          'Je voorstel kan niet; de eerste vraag staat nog open. Zeg ja of nee, of stel iets anders voor.',
          'Your proposal cannot be met; the first question is still open. Say yes or no, or propose something else.',
        )
      : words(
          'Je hoeft niets te doen: de afspraak blijft zoals die was.',
          'There is nothing to do: the appointment stays as it was.',
        ),
    facts,
    notes: [],
    button: { label: words('Bekijk de afspraak', 'See the appointment'), url },
    otherwise: helpFrom(appointment, lang),
  };
}

/** "Never mind": to the side that was asked for a change, by whoever proposed it. */
export function changeWithdrawnLetter(appointment: Appointment, reader: Reader, url: string): Letter {
  const { match } = appointment;
  const { lang, today } = reader;
  const words = wordsIn(lang);
  const name = otherName(appointment, reader);
  return {
    lang,
    tone: 'tells',
    subject: words(`Wijziging ingetrokken: ${match.title}`, `Change taken back: ${match.title}`),
    ask: words(
      `Je hoeft niet meer te antwoorden: ${name} trok de wijziging in. De afspraak blijft zoals die was.`,
      `You need not answer any more: ${name} took the change back. The appointment stays as it was.`,
    ),
    facts: [
      { label: words('Wat', 'What'), text: match.title },
      {
        label: words('Blijft', 'Stays'),
        text: `${saySessions(match, lang, today)}\n${sayPupils(match, lang)}`,
      },
    ],
    notes: [],
    button: { label: words('Bekijk de afspraak', 'See the appointment'), url },
    otherwise: helpFrom(appointment, lang),
  };
}

function why({ by, at }: Dropped, appointment: Appointment, reader: Reader): string {
  const words = wordsIn(reader.lang);
  const name = otherName(appointment, reader);
  const { reason, undelivered } = droppedAt(appointment.history, at) ?? {};
  const written = reason ? `\n${quoted(reason, reader.lang)}` : '';
  switch (by) {
    case 'clock':
      if (undelivered)
        return words(`De vraag kwam niet aan bij ${name}.`, `The question did not reach ${name}.`);
      return words(`${name} heeft niet op tijd geantwoord.`, `${name} has not answered in time.`);
    case 'offers':
      return (obstacles[reason ?? ''] ?? gone)[reader.lang];
    case 'coordinator':
      return words('De coördinator heeft nee gezegd.', 'The coordinator has said no.') + written;
    default:
      return words(`${name} kan dat niet.`, `${name} cannot do that.`) + written;
  }
}

const gone = both('Die plek is net vergeven.', 'That place has just been taken.');

/** What stood in the way of the new place. */
const obstacles: Readonly<Record<string, Words>> = {
  'slot-closed': both('De partner is dan dicht.', 'The partner is closed then.'),
  'person-busy': both('De gast is dan al ergens anders.', 'The guest is somewhere else then.'),
  'group-busy': both('De groep heeft dan al een andere afspraak.', 'The group has another appointment then.'),
  'ceiling-reached': both('De partner heeft die periode genoeg.', 'The partner has enough in that period.'),
};
