import type { Lang } from '#libs/facts';
import type { IdleSchool } from '../idle-groups/find-idle-groups.js';
import type { Letter, Reader } from './letter.js';
import { listed, wordsIn } from './say.js';
import { countOf } from './say-groups.js';

const mostNamed = 40;

/** To a school: which of its groups had nothing this school year. */
export function idleGroupsLetter(school: IdleSchool, { lang }: Reader, url: string): Letter {
  const words = wordsIn(lang);
  const many = school.groups.length;
  const names = namesOf(school, lang);
  return {
    lang,
    tone: 'tells',
    subject: words(`Nog niets dit schooljaar: ${names}`, `Nothing yet this school year: ${names}`),
    ask: words(
      `${many === 1 ? `Eén groep van ${school.name} deed` : `${many} groepen van ${school.name} deden`} dit schooljaar nog niets met techniek, en er staat niets gepland. Jullie zijn aan zet: vraag iets aan.`,
      `${many === 1 ? 'One group' : `${many} groups`} of ${school.name} did nothing with technology this school year, and nothing is planned. It is your move: ask for something.`,
    ),
    facts: school.groups.map(({ name, pupils }) => ({
      label: words('Groep', 'Group'),
      text: `${name}, ${countOf(pupils, lang)}`,
    })),
    notes: [],
    button: { label: words('Vraag iets aan', 'Ask for something'), url },
    otherwise: [
      words(
        'Doet een groep dit jaar niet mee? Dan hoef je niets te doen. We vragen het eens per periode.',
        'Does a group not take part this year? Then do nothing. We ask once a term.',
      ),
    ],
  };
}

/** Schools with groups that had nothing, and how much of it they hear. */
export interface IdleRegion {
  readonly region: { readonly name: string };
  readonly schools: readonly IdleSchool[];
  /** How many of them get a mail about it too. */
  readonly told: number;
  /** Those that should and do not: nobody there has an address, or wants it. */
  readonly unreached: readonly IdleSchool[];
}

/** To a coordinator: which schools of the region have such groups. */
export function idleSchoolsLetter(
  { region, schools, told, unreached }: IdleRegion,
  { lang }: Reader,
  url: string,
): Letter {
  const words = wordsIn(lang);
  const many = schools.length;
  const left = many - mostNamed;
  const few = unreached.slice(0, mostNamed).map(({ name }) => name);
  return {
    lang,
    tone: 'tells',
    subject: words(
      `${many === 1 ? 'Eén school heeft' : `${many} scholen hebben`} groepen zonder activiteit: ${region.name}`,
      `${many === 1 ? 'One school has' : `${many} schools have`} groups without an activity: ${region.name}`,
    ),
    ask: `${words(
      'Deze groepen deden dit schooljaar nog niets, en er staat niets gepland.',
      'These groups did nothing this school year, and nothing is planned.',
    )} ${saidToSchools(told, unreached.length, lang)}`,
    facts: schools.slice(0, mostNamed).map((school) => ({ label: school.name, text: namesOf(school, lang) })),
    notes: [
      ...(left > 0 ? [words(`En nog ${left} scholen.`, `And ${left} more schools.`)] : []),
      ...(told + unreached.length > 0 && schools.some(({ groups }) => groups.some(({ asked }) => asked))
        ? [
            words(
              'Wat is aangevraagd, wacht nog op een afspraak: de school krijgt daar geen bericht over.',
              'What was asked for still waits for an appointment: the school gets no message about it.',
            ),
          ]
        : []),
      ...(told > 0 && few.length > 0
        ? [
            words(
              `Geen bericht gaat naar ${listed(few, lang)}: daar is niemand die deze mails krijgt.`,
              `No message goes to ${listed(few, lang)}: nobody there gets these mails.`,
            ),
          ]
        : []),
    ],
    button: { label: words('Bekijk wie bereikt is', 'See who was reached'), url },
    otherwise: [],
  };
}

function saidToSchools(told: number, unreached: number, lang: Lang): string {
  const words = wordsIn(lang);
  if (told === 0 && unreached === 0)
    return words(
      'Er is al iets voor aangevraagd; de scholen krijgen hier geen bericht van.',
      'Something was asked for already; the schools get no message about it.',
    );
  if (told === 0)
    return words(
      'De scholen krijgen hier geen bericht van: daar is niemand die deze mails krijgt. Jij kunt ze bellen.',
      'The schools get no message about it: nobody there gets these mails. You can call them.',
    );
  return unreached > 0
    ? words(
        'Niet alle scholen krijgen hier bericht van; jij kunt ze bellen.',
        'Not all schools get a message about it; you can call them.',
      )
    : words(
        'De scholen krijgen hier ook bericht van; jij kunt ze bellen.',
        'The schools get a message about it too; you can call them.',
      );
}

const namesOf = ({ groups }: IdleSchool, lang: Lang): string =>
  listed(
    groups.map(({ name, asked }) =>
      asked ? `${name} ${wordsIn(lang)('(aangevraagd)', '(asked for)')}` : name,
    ),
    lang,
  );
