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

/** To a coordinator: which schools of the region have such groups. */
export function idleSchoolsLetter(
  region: { readonly name: string },
  schools: readonly IdleSchool[],
  { lang }: Reader,
  url: string,
): Letter {
  const words = wordsIn(lang);
  const many = schools.length;
  const left = many - mostNamed;
  return {
    lang,
    tone: 'tells',
    subject: words(
      `${many === 1 ? 'Eén school heeft' : `${many} scholen hebben`} groepen zonder activiteit: ${region.name}`,
      `${many === 1 ? 'One school has' : `${many} schools have`} groups without an activity: ${region.name}`,
    ),
    ask: words(
      'Deze groepen deden dit schooljaar nog niets, en er staat niets gepland. De scholen hebben het ook gehoord; jij kunt ze bellen.',
      'These groups did nothing this school year, and nothing is planned. The schools have heard it too; you can call them.',
    ),
    facts: schools.slice(0, mostNamed).map((school) => ({ label: school.name, text: namesOf(school, lang) })),
    notes: left > 0 ? [words(`En nog ${left} scholen.`, `And ${left} more schools.`)] : [],
    button: { label: words('Bekijk wie bereikt is', 'See who was reached'), url },
    otherwise: [],
  };
}

const namesOf = ({ groups }: IdleSchool, lang: Lang): string =>
  listed(
    groups.map(({ name }) => name),
    lang,
  );
