import {
  addDays,
  instantOf,
  sectorFacts,
  toOffsetIso,
  weekdays,
  type LocalDate,
  type Sector,
  type Weekday,
} from '#libs/facts';
import { offersOfMorePartners } from './more-partners.js';
import { demoPartners } from './partners.js';
import { optionsOf, readAudience, rowsOf, wordsOf } from './table.js';

/**
 * Partner (its number) | title | kind | themes | audience | firm or by appointment and where | minutes |
 * first school week + how many weeks, days, parts (a pattern) or times (slots one by one) | what is particular.
 */
const table = `
1  | Een robotarm in de klas             | guest-lesson     | hi-tech-science/robotics | po 5-8; sbo 5-8 | appointment at-school | 90 | 0+6 tue,thu morning | reach=30 vog newcomers=yes
1  | Kijk in de fabriek                  | company-visit    | design-production-world-trade/factory, technology/machines | po 7-8; vo 1-3 | appointment at-partner | 120 | 0+8 wed morning | adult=10 lead=21 wheelchair=no
1  | Lassen zonder vuur                  | workshop         | design-production-world-trade/metalworking | vo 1-4 vmbo-bb vmbo-kb vmbo-gl vmbo-tl; vso | firm at-partner | 90 | 2+6 fri 13:00 | max=16 adult=8 sbo=no
1  | Van tekening tot tandwiel           | guest-lesson     | design-production-world-trade/product-design, design/drawing-modelling | po 5-8; sbo | appointment at-school | 60 | 1+6 mon morning | reach=25 group=2500
1  | Een ingenieur bij je project        | mentoring        | technology/technical-jobs | vo 2-4; mbo | appointment online | 60 | 0+8 thu afternoon |
1  | Draaien en frezen voor docenten     | teacher-training | design-production-world-trade/metalworking | vo; mbo | firm at-partner | 120 | 3+4 wed 15:30 | min=1 max=12
2  | De stoommachine doet het            | museum-visit     | energy-water-safety/electricity, culture/history | po 3-8 | firm at-partner | 90 | 0+10 tue 9:30 | pupil=350 adult=8 x4 guide=15 cancel=14
2  | Ketelmaker voor een ochtend         | museum-visit     | culture/trades-crafts, technology/how-things-work | po 5-8; vo 1-2; sbo | firm at-partner | 120 | 1+10 thu 9:30 | pupil=400 adult=10 max=28 wheelchair=no
2  | De museumkist op school             | loan             | culture/history | po; sbo; so | appointment at-school | 60 | 0+6 mon morning | reach=40 group=3500
2  | Ontwerp je eigen machine            | workshop         | making/inventing, technology/machines | po 6-8; vo 1-3 | appointment at-partner | 150 | 2+5 fri morning | max=24 adult=8
3  | Robots en verhalen                  | guest-lesson     | digital-media-entertainment/programming, culture/stories-books | po 3-6; sbo | appointment at-school | 60 | 0+6 tue morning | reach=15 vog newcomers=yes
3  | Nepnieuws ontmaskerd                | workshop         | digital-media-entertainment/media-literacy | po 7-8; vo 1-3 | appointment at-partner | 90 | 0+7 thu morning | max=30 english=yes
3  | Codeclub na school                  | workshop         | digital-media-entertainment/games | po 5-8 | firm at-partner | 90 | 1+6 wed 15:30 | max=15 min=4
4  | Slapen onder de sterren, overdag    | museum-visit     | hi-tech-science/space | po 3-8; so; sbo | firm at-partner | 75 | 0+8 wed 9:00 | pupil=250 adult=10 wheelchair=yes low-stimulus=yes
4  | Het mobiele planetarium             | guest-lesson     | hi-tech-science/space | po 1-6 | appointment at-school | 45 | 2+4 tue,fri morning | reach=35 group=9500 lessons=2
4  | Praat met een sterrenkundige        | guest-lesson     | science/meet-a-scientist, hi-tech-science/space | po 7-8; vo | appointment online | 45 | 0+7 mon afternoon | english=yes
5  | Lasersnijden in het TechLab         | workshop         | design-production-world-trade/3d-printing | po 6-8; vo 1-3; vso | firm at-partner | 120 | 0+6 mon,thu 9:00 | max=26 adult=10 wheelchair=yes
5  | Chips solderen                      | workshop         | hi-tech-science/electronics-chips | vo 2-6; mbo | firm at-partner | 120 | 1+5 tue 13:00 | max=20 group=6000
5  | AI, snap je het?                    | guest-lesson     | digital-media-entertainment/artificial-intelligence | po 7-8; vo 1-4 | appointment at-school | 90 | 0+7 wed morning | reach=20 vog
5  | Programmeren voor leerkrachten      | teacher-training | digital-media-entertainment/programming | po; sbo; so | firm at-partner | 120 | 2+4 wed 15:30 | min=1 max=14
6  | Meelopen in de werkplaats           | company-visit    | living-working-mobility/vehicles, technology/technical-jobs | vo 2-4 pro vmbo-bb vmbo-kb; vso | appointment at-partner | 180 | 0+6 thu whole-day | max=14 adult=7 pro=yes
6  | Studenten bouwen mee                | mentoring        | living-working-mobility/building | po 7-8; vo 1-3 | appointment at-school | 90 | 1+6 fri morning | reach=12
6  | Elektro in het klein                | guest-lesson     | energy-water-safety/electricity | po 5-8; sbo; so | appointment at-school | 60 | 0+7 mon morning | reach=20 vog low-stimulus=no
7  | Onderzoek doen met studenten        | mentoring        | science/inquiry-learning | vo 3-6 havo vwo | appointment online | 60 | 0+7 tue afternoon | english=yes
7  | Slimme stad in schaal               | workshop         | living-working-mobility/smart-city | vo 1-3; po 8 | appointment at-partner | 120 | 1+6 wed morning | max=28 adult=14
7  | Wiskunde achter bruggen             | guest-lesson     | hi-tech-science/mathematics, living-working-mobility/roads-bridges | vo 3-6 havo vwo; mbo | appointment at-school | 60 | 0+6 fri morning | reach=40
8  | Repaircafé voor kinderen            | workshop         | making/repair, sustainability/circular | po 5-8; sbo | firm at-partner | 90 | 0+7 fri 9:00 | max=20 adult=5 wheelchair=no
8  | Kartonnen wolkenkrabbers            | guest-lesson     | making/makerspace, living-working-mobility/architecture | po 3-6; so; sbo | appointment at-school | 75 | 0+6 thu morning | reach=15 low-stimulus=yes newcomers=yes
8  | Je eigen lamp                       | workshop         | making/tools, energy-water-safety/electricity | po 7-8; vo 1-2; vso | appointment at-partner | 120 | 1+6 tue morning | max=18 group=4500
9  | Zelf een radio bouwen               | guest-lesson     | hi-tech-science/electronics-chips | po 7-8; vo 1-2 | appointment at-school | 90 | 0+5 mon afternoon | reach=15
9  | Morse en golven                     | guest-lesson     | hi-tech-science/physics | po 5-8 | appointment online | 45 | 1+6 fri morning |
10 | Metselen met de vakman              | guest-lesson     | living-working-mobility/building | po 5-8; vo 1-3 pro vmbo-bb vmbo-kb | appointment at-school | 90 | 0+7 tue morning | reach=20 pro=yes
10 | Helm op: de bouwplaats              | company-visit    | living-working-mobility/building, technology/technical-jobs | po 7-8; vo 2-4 | appointment at-partner | 120 | 2+6 thu morning | max=25 adult=8 lead=28 wheelchair=no
11 | Bij de koeien en de melkrobot       | company-visit    | food-nature/farming, food-nature/green-technology | po 1-8; sbo; so | appointment at-partner | 120 | 0+7 fri morning | adult=6 newcomers=yes
11 | De boer in de klas                  | guest-lesson     | food-nature/farming | po 3-8 | appointment at-school | 60 | 0+6 wed morning | reach=18
12 | Van melk tot kaas                   | company-visit    | food-nature/food-production | po 5-8; vo 1-3 | firm at-partner | 120 | 0+6 tue 9:00 | max=25 adult=8 lead=21 so=no
12 | Proeven en meten                    | guest-lesson     | food-nature/healthy-food | po 3-6 | appointment at-school | 60 | 1+6 thu morning | reach=25
13 | De warmtepomp uit elkaar            | guest-lesson     | energy-water-safety/heat-insulation, sustainability/energy-transition | po 7-8; vo 1-4 | appointment at-school | 75 | 0+8 thu morning | reach=25
13 | Monteur van morgen                  | company-visit    | living-working-mobility/installation, technology/technical-jobs | vo 2-4 pro vmbo-bb vmbo-kb vmbo-gl vmbo-tl; mbo | appointment at-partner | 120 | 1+6 wed morning | max=15 pro=yes
14 | Een game in een ochtend             | guest-lesson     | digital-media-entertainment/games, digital-media-entertainment/programming | po 6-8; vo 1-2 | appointment at-school | 120 | 0+6 mon morning | reach=20 english=yes
14 | Een dag als ontwikkelaar            | company-visit    | digital-media-entertainment/programming | vo 3-5 havo vwo; mbo | appointment at-partner | 180 | 2+6 fri whole-day | max=12 english=yes
14 | Veilig online met een hacker        | guest-lesson     | digital-media-entertainment/online-safety | po 7-8; vo | appointment online | 60 | 0+7 wed morning | english=yes
15 | Boten die blijven drijven           | guest-lesson     | living-working-mobility/aviation-shipping | po 3-8 | appointment at-school | 75 | 0+6 fri morning | reach=22
15 | Op de werf                          | company-visit    | living-working-mobility/aviation-shipping, design-production-world-trade/woodworking | po 7-8; vo 1-3 | appointment at-partner | 90 | 1+6 tue afternoon | max=20 adult=7 wheelchair=no
16 | Achter de schermen van het ziekenhuis | company-visit  | people-health/care-technology | vo 2-6; mbo | appointment at-partner | 120 | 0+6 mon afternoon | max=18 lead=28
16 | Een hart dat klopt                  | guest-lesson     | people-health/human-body | po 5-8 | appointment at-school | 60 | 0+7 thu morning | reach=15 vog
17 | Proef het water                     | guest-lesson     | energy-water-safety/drinking-water | po 5-8; sbo | appointment at-school | 60 | 0+7 tue morning | reach=30 wheelchair=yes
17 | Onder de grond bij De Wel           | company-visit    | energy-water-safety/water-management | po 7-8; vo 1-3 | firm at-partner | 90 | 2+6 thu 9:30 | max=30 adult=10
18 | Timmeren aan een kogge              | museum-visit     | culture/heritage, design-production-world-trade/woodworking | po 5-8; sbo; vso | firm at-partner | 120 | 0+7 wed 9:00 | pupil=300 max=24 adult=8
18 | Hanzehandel als spel                | workshop         | design-production-world-trade/enterprise, culture/history | po 6-8; vo 1-2 | firm at-partner | 90 | 1+6 mon 9:30 | pupil=250
19 | Lezen met robots                    | guest-lesson     | culture/stories-books, hi-tech-science/robotics | po 1-4; so | appointment at-school | 45 | 0+6 mon morning | reach=12 vog low-stimulus=yes
19 | Mediawijs in een uur                | guest-lesson     | digital-media-entertainment/media-literacy | po 5-8; sbo | appointment at-school | 60 | 0+7 fri morning | reach=12 newcomers=yes
20 | Drukken, snijden, printen           | workshop         | design-production-world-trade/3d-printing, making/makerspace | po 5-8; vo 1-3; so | firm at-partner | 120 | 0+7 tue 9:00 | max=22 wheelchair=yes
20 | De open werkplaats                  | workshop         | making/makerspace | vo; mbo | firm at-partner | 120 | 0+6 wed 15:30 | max=16 min=1
21 | Op bezoek bij de brandweer          | company-visit    | energy-water-safety/fire-safety | po 1-6; so | appointment at-partner | 60 | 0+7 tue morning | max=28 adult=5
22 | Uilenballen en nestkasten           | guest-lesson     | nature/wildlife, sustainability/biodiversity | po 3-8; sbo; so | appointment at-school | 75 | 0+7 thu morning | reach=15
23 | Bouw een windmolen                  | guest-lesson     | energy-water-safety/sun-wind, sustainability/energy-transition | po 5-8; vo 1-2 | appointment at-school | 90 | 0+7 wed morning | reach=28
24 | Race met je robot                   | workshop         | hi-tech-science/robotics | po 7-8; vo 1-3 | appointment at-partner | 120 | 0+6 fri morning | max=20 month=3
25 | De kleuren van licht                | guest-lesson     | hi-tech-science/light-lasers | po 5-8; vo 1-3 | appointment at-school | 60 | 0+6 mon morning | reach=25
25 | Laserlab voor de bovenbouw          | workshop         | hi-tech-science/light-lasers | vo 4-6 havo vwo | firm at-partner | 120 | 1+6 tue 13:00 | max=16 english=yes
`;

const firstOfMore = 26;

const offerRows: readonly string[][] = [...rowsOf(table), ...offersOfMorePartners(firstOfMore)];

/** An offer for pupils of a sector, as its row has it: what is asked for, or was done, in the region is made from these. */
export interface OfferedTo {
  /** The partner's number. */
  readonly partner: number;
  readonly title: string;
  readonly kind: string;
  readonly theme: string;
  readonly place: string;
  readonly minutes: number;
  readonly times: string;
  readonly mostPupils: number;
  readonly grades: readonly string[];
  readonly levels: readonly string[];
}

export function offersTo(sector: Sector): OfferedTo[] {
  return offerRows.flatMap(
    ([partner, title = '', kind = '', themes, audience = '', how, minutes, times = '', particular]) => {
      const allowed = audience
        .split(';')
        .map(readAudience)
        .find((each) => each.sector === sector);
      if (!allowed || kind === 'teacher-training') return [];
      const { grades, levels } = allowed;
      return {
        ...{ partner: Number(partner), title, kind, times, levels },
        theme: wordsOf(themes)[0] ?? '',
        place: wordsOf(how)[1] ?? '',
        minutes: Number(minutes),
        mostPupils: Number(optionsOf(particular).get('max') ?? 32),
        grades: grades.length > 0 ? grades : sectorFacts[sector].grades,
      };
    },
  );
}

type OfferBody = Readonly<Record<string, unknown>> & {
  readonly organisationId: string;
  readonly title: string;
};

/** The bodies of the offers, their slots in these school weeks (the Mondays). */
export function demoOffers(weeks: readonly LocalDate[]): OfferBody[] {
  return offerRows.map(
    ([partner, title = '', kind, themes, audience = '', how, minutes, slots = '', particular]) => {
      const { seed, contactId } = demoPartners[Number(partner) - 1] as (typeof demoPartners)[number];
      const options = optionsOf(particular);
      const [promise, place = ''] = wordsOf(how);
      const number = (name: string) => (options.has(name) ? Number(options.get(name)) : undefined);
      const adult = number('adult');
      const [min, max] = [number('min') ?? 5, number('max') ?? 32];
      const durationMinutes = Number(minutes);
      const lessons = number('lessons');
      return defined({
        organisationId: seed.id,
        kind,
        title,
        summary: `${title}: ${seed.name} doet het graag met jullie.`,
        themes: wordsOf(themes),
        audience: audience.split(';').map((each) => {
          const { sector, grades, levels } = readAudience(each);
          return defined({ sector, grades, levels, pupilsPerAdult: adult });
        }),
        promise: promise === 'firm' ? 'firm' : 'by-appointment',
        durationMinutes,
        place,
        location: place === 'online' ? undefined : seed.location,
        reachKm: number('reach'),
        pupils: { min, max },
        pupilsPerGroup: number('guide') ?? max,
        givenBy: options.has('by') ? [contactId] : undefined,
        bookVia: options.has('site') ? 'own-site' : undefined,
        bookUrl: options.has('site') ? `https://boeken.leerbrug.test/${seed.id}` : undefined,
        leadTimeDays: number('lead'),
        freeCancelDays: number('cancel'),
        lessonsPerVisit: lessons,
        maxPerMonth: number('month'),
        costPerGroupCents: number('group'),
        costPerPupilCents: number('pupil'),
        vog: options.has('vog') ? 'available' : 'none',
        suitability: Object.fromEntries([...options].filter(([name]) => suitabilities.includes(name))),
        visit: place === 'at-partner' ? welcomeAt(seed.name) : {},
        ...timesOf(slots, {
          weeks,
          minutes: durationMinutes * (lessons ?? 1),
          groups: options.has('x4') ? 4 : options.has('x2') ? 2 : 1,
        }),
      }) as unknown as OfferBody;
    },
  );
}

const suitabilities = ['wheelchair', 'newcomers', 'low-stimulus', 'english', 'sbo', 'so', 'vso', 'pro'];

interface Planning {
  readonly weeks: readonly LocalDate[];
  /** Of all lessons in a row. */
  readonly minutes: number;
  readonly groups: number;
}

/** `0+6 tue,thu morning`: a pattern over six weeks on end; `2+6 fri 13:00`: a slot in each of six school weeks. */
function timesOf(text: string, { weeks, minutes, groups }: Planning) {
  const [span = '', dayWords, whenWords = ''] = text.split(/\s+/);
  const [first = 0, count = 0] = span.split('+').map(Number);
  const days = wordsOf(dayWords) as Weekday[];
  if (!whenWords.includes(':')) {
    const from = weeks[first] as LocalDate;
    return {
      pattern: { weekdays: days, parts: wordsOf(whenWords), from, to: addDays(from, count * 7 - 1), groups },
    };
  }
  const [hour = 0, minute = 0] = whenWords.split(':').map(Number);
  const slots = weeks.slice(first, first + count).flatMap((monday) =>
    days.map((day) => {
      const start = instantOf(addDays(monday, weekdays.indexOf(day)), hour * 60 + minute);
      return { start: toOffsetIso(start), end: toOffsetIso(start + minutes * 60_000), groups };
    }),
  );
  return { slots };
}

function welcomeAt(name: string) {
  return {
    arrival: `Meld je bij de balie van ${name}; we halen jullie daar op.`,
    parking: 'Fietsen en bussen kunnen voor de deur staan.',
    host: 'De gastheer of gastvrouw blijft er de hele tijd bij.',
    safety: 'Dichte schoenen aan; brillen en handschoenen liggen klaar.',
  };
}

function defined(fields: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
