import { addDays, type LocalDate } from '#libs/facts';
import { moreRequests } from './more-requests.js';
import { demoPartners } from './partners.js';
import { contactOfSchool } from './people.js';
import { demoSchools } from './schools.js';
import { optionsOf, readAudience, rowsOf, wordsOf } from './table.js';

/**
 * School (its number) | title | kind | themes | groups with pupils and name | first school week + how many weeks |
 * days | parts | what is particular. The last ones ask for what nobody in the region offers.
 */
const table = `
1  | Robots voor 7/8B                  | guest-lesson     | hi-tech-science/robotics | po 7-8 x26 7/8B | 0+6 | tue thu | morning | km=25
1  | Stoom en wielen                   | museum-visit     | culture/history | po 5 x28 5A | 0+8 | | morning | km=30 transport=asked
1  | Nestkasten bij de school          | guest-lesson     | nature/wildlife | po 4 x24 4B | 1+6 | thu | morning |
2  | Hoe werkt een warmtepomp?         | guest-lesson     | energy-water-safety/heat-insulation | po 8 x22 8 | 0+8 | wed thu | morning | cost=0
2  | Naar de machinefabriek            | company-visit    | technology/machines | po 7-8 x30 7/8 | 0+8 | wed | morning | km=15 cost=0
2  | Taal en robots voor nieuwkomers   | guest-lesson     | digital-media-entertainment/programming | po 3-4 x14 Taalklas | 0+6 | | morning | suit=newcomers
3  | Programmeren met verhalen         | guest-lesson     | digital-media-entertainment/programming | po 5-6 x25 5/6 | 0+6 | tue | morning |
3  | Wat zit er in melk?               | company-visit    | food-nature/food-production | po 6 x24 6 | 0+6 | tue | morning | km=30 transport=asked
4  | Bruggen en boten                  | guest-lesson     | living-working-mobility/aviation-shipping | po 4-5 x27 4/5 | 0+6 | fri | morning |
4  | Zonnepanelen en windmolens        | guest-lesson     | energy-water-safety/sun-wind | po 6-7 x29 6/7 | 0+8 | wed | morning |
5  | Lasersnijden                      | workshop         | design-production-world-trade/3d-printing | po 8 x25 8 | 0+6 | mon thu | morning | km=10
5  | Lichtproeven                      | guest-lesson     | hi-tech-science/light-lasers | po 6 x28 6A ; po 6 x26 6B | 0+8 | mon | morning | split
6  | Metselen                          | guest-lesson     | living-working-mobility/building | po 7 x27 7 | 0+7 | tue | morning | prefer=10
6  | Vilt en karton                    | guest-lesson     | making/makerspace | po 3-4 x23 3/4 | 0+6 | thu | morning |
7  | Drinkwater uit de kraan           | guest-lesson     | energy-water-safety/drinking-water | po 6-7 x24 6/7 | 0+7 | tue | morning | cost=0
7  | Gezond eten onderzoeken           | guest-lesson     | food-nature/healthy-food | po 3-4 x26 3/4 | 1+6 | thu | morning |
8  | Een kogge bouwen                  | museum-visit     | culture/heritage | po 6 x22 6 | 0+7 | wed | morning | km=5
8  | Ketels en klinknagels             | museum-visit     | culture/trades-crafts | po 7-8 x27 7/8 | 1+8 | thu | morning | km=8
9  | Handel zoals de Hanze             | workshop         | culture/history | po 7 x25 7 | 1+6 | mon | morning | km=10
9  | Een game maken                    | guest-lesson     | digital-media-entertainment/games | po 7-8 x29 7/8 | 0+6 | mon | morning |
10 | Windmolens van karton             | guest-lesson     | sustainability/energy-transition | po 5-6 x21 5/6 | 0+7 | wed | morning | suit=newcomers
10 | Naar de brandweer                 | company-visit    | energy-water-safety/fire-safety | po 1-2 x20 1/2 | 0+7 | tue | morning | km=15
11 | De boer komt langs                | guest-lesson     | food-nature/farming | po 4-5 x25 4/5 | 0+6 | wed | morning |
11 | Uit de stoomtijd                  | museum-visit     | energy-water-safety/electricity | po 7-8 x24 7/8 | 0+9 | tue | morning | km=8 cost=15000
12 | Lampen maken                      | workshop         | making/makerspace | po 7 x20 7A | 0+7 | tue | morning | km=10
12 | Het hart van dichtbij             | guest-lesson     | people-health/human-body | po 7-8 x26 7/8 | 0+7 | thu | morning |
13 | Codeclub                          | guest-lesson     | digital-media-entertainment/programming | po 5-6 x28 5/6 | 0+6 | tue | morning |
13 | Nepnieuws                         | workshop         | digital-media-entertainment/media-literacy | po 8 x27 8 | 0+7 | thu | morning | km=5
14 | Drukken en printen                | workshop         | design-production-world-trade/3d-printing | po 6 x20 6 | 0+7 | tue | morning | km=8
15 | Kapot? Maak het zelf              | workshop         | making/repair | po 7 x18 7 | 0+7 | fri | morning | km=40 transport=own
15 | Een ziekenhuis van binnen         | guest-lesson     | people-health/human-body | po 6 x30 6 | 0+7 | thu | morning |
16 | Sterren kijken                    | museum-visit     | hi-tech-science/space | po 5-6 x26 5/6 | 0+8 | wed | morning | km=10
16 | Chips en stroom                   | guest-lesson     | energy-water-safety/electricity | po 7-8 x24 7/8 | 0+7 | mon | morning |
17 | Robotrace                         | workshop         | hi-tech-science/robotics | po 8 x19 8 | 0+6 | fri | morning | km=10
17 | Licht en kleur                    | guest-lesson     | hi-tech-science/light-lasers | po 5 x25 5 | 0+6 | mon | morning |
18 | Op de bouwplaats                  | company-visit    | living-working-mobility/building | po 8 x24 8 | 2+6 | thu | morning | km=10
18 | Windmolens in de polder           | guest-lesson     | energy-water-safety/sun-wind | po 7 x28 7 | 0+7 | wed | morning | prefer=23
19 | De melkrobot                      | company-visit    | food-nature/green-technology | po 3-4 x22 3/4 | 0+7 | fri | morning | km=40 transport=own
20 | Zelf een radio solderen           | guest-lesson     | hi-tech-science/electronics-chips | po 8 x23 8 | 0+6 | mon | afternoon |
20 | Van plan naar product             | guest-lesson     | design-production-world-trade/product-design | po 7-8 x25 7/8 | 1+6 | mon | morning |
21 | Kaas en yoghurt                   | company-visit    | food-nature/food-production | po 7-8 x24 7/8 | 0+6 | tue | morning | km=10
21 | Warm huis, lage rekening          | guest-lesson     | energy-water-safety/heat-insulation | po 7-8 x26 7/8A | 0+8 | thu | morning |
22 | Op de werf                        | company-visit    | living-working-mobility/aviation-shipping | po 7-8 x20 7/8 | 1+6 | tue | afternoon | km=5
22 | Wat drijft er?                    | guest-lesson     | living-working-mobility/aviation-shipping | po 3-4 x24 3/4 | 0+6 | fri | morning |
23 | Brandveilig                       | company-visit    | energy-water-safety/fire-safety | po 4-5 x26 4/5 | 0+7 | tue | morning | km=5
24 | Koeien en computers               | company-visit    | food-nature/farming | po 6-7 x21 6/7 | 0+7 | fri | morning | km=12
24 | Vogels tellen                     | guest-lesson     | sustainability/biodiversity | po 5 x18 5 | 0+7 | thu | morning |
25 | Onder de grond                    | company-visit    | energy-water-safety/water-management | po 8 x27 8 | 2+6 | thu | morning | km=6
25 | Water testen                      | guest-lesson     | energy-water-safety/drinking-water | po 5-6 x24 5/6 | 0+7 | tue | morning |
26 | Robots bij ons op school          | guest-lesson     | hi-tech-science/robotics | po 5-6 x27 5/6 | 0+6 | tue thu | morning | prefer=1
27 | Rustig knutselen met karton       | guest-lesson     | making/makerspace | sbo 4-5 x12 Geel | 0+6 | thu | morning | suit=low-stimulus
27 | Timmeren                          | museum-visit     | culture/heritage | sbo 7-8 x13 Blauw | 0+7 | wed | morning | km=25 transport=asked
28 | Mediawijs                         | guest-lesson     | digital-media-entertainment/media-literacy | sbo 7-8 x11 Midden | 0+7 | fri | morning |
29 | Sterren zonder drukte             | museum-visit     | hi-tech-science/space | so 5-6 x8 Beuk | 0+8 | wed | morning | km=25 suit=wheelchair+low-stimulus transport=asked
29 | Lasersnijden met de oudsten       | workshop         | design-production-world-trade/3d-printing | vso 2-3 x9 Eik | 0+6 | mon thu | morning | km=15 suit=wheelchair
30 | Dieren bij de school              | guest-lesson     | nature/wildlife | so 3-4 x7 Maan | 0+7 | thu | morning |
31 | Meelopen in de werkplaats         | company-visit    | living-working-mobility/vehicles | vso 3-4 x10 Arbeid | 0+6 | thu | morning afternoon | km=40 transport=own
33 | AI in de klas                     | guest-lesson     | digital-media-entertainment/artificial-intelligence | vo 2 havo vwo x28 H2B | 0+7 | wed | morning |
33 | Onderzoek met studenten           | mentoring        | science/inquiry-learning | vo 5 vwo x24 V5 | 0+7 | tue | afternoon | place=online
34 | Lassen                            | workshop         | design-production-world-trade/metalworking | vo 3 vmbo-bb vmbo-kb x14 3TK | 2+6 | fri | afternoon | km=8
34 | Monteur worden                    | company-visit    | living-working-mobility/installation | vo 4 vmbo-kb x12 4IW | 1+6 | wed | morning | km=10
35 | Metselen voor beginners           | guest-lesson     | living-working-mobility/building | vo 1-2 pro x13 P1 | 0+7 | tue | morning | suit=wheelchair
36 | Bruggen rekenen                   | guest-lesson     | hi-tech-science/mathematics | vo 4 havo x26 H4 | 0+6 | fri | morning |
37 | Laserlab                          | workshop         | hi-tech-science/light-lasers | vo 5 vwo x15 V5N | 1+6 | tue | afternoon | km=20 suit=english
37 | Bij de ontwikkelaars              | company-visit    | digital-media-entertainment/programming | vo 4 havo x11 H4I | 2+6 | fri | morning afternoon | km=40
37 | Slimme stad                       | workshop         | living-working-mobility/smart-city | vo 2 x27 A2B | 1+6 | wed | morning | km=10
39 | Een ingenieur denkt mee           | mentoring        | technology/technical-jobs | mbo 3 x20 MT3 | 0+8 | thu | afternoon | place=online
40 | Techniek op de afdeling           | company-visit    | people-health/care-technology | mbo 2 x16 VZ2 | 1+6 | mon | afternoon | km=10
2  | Een robot met een VOG             | guest-lesson     | energy-water-safety/sun-wind | po 7 x24 7 | 0+7 | wed | morning |
5  | Muziek uit printplaten            | guest-lesson     | art/music | po 7-8 x27 7/8 | 0+8 | | morning |
8  | Planetarium in de avond           | museum-visit     | hi-tech-science/space | po 7-8 x24 7/8 | 0+8 | | evening | km=40
12 | Met twee klassen tegelijk lassen  | workshop         | design-production-world-trade/metalworking | po 8 x28 8A ; po 8 x27 8B | 0+8 | | morning | km=40
19 | Machines kijken om de hoek        | company-visit    | technology/machines | po 7-8 x25 7/8 | 0+8 | wed | morning | km=5
23 | Dansende drones                   | guest-lesson     | movement/forces-motion | po 6 x24 6 | 0+8 | | morning |
26 | Op zaterdag naar de maakplaats    | workshop         | making/makerspace | po 5-8 x20 Maakclub | 0+8 | sat | | km=30
28 | Kaas maken, gratis en dichtbij    | company-visit    | food-nature/food-production | sbo 5-6 x12 Onder | 0+6 | tue | morning | km=10 cost=0
30 | Zuivel proeven                    | company-visit    | food-nature/food-production | so 5-6 x8 Zon | 0+6 | tue | morning | km=50
32 | Rijden met een shovel             | company-visit    | living-working-mobility/roads-bridges | vso 4 x9 Groen | 0+6 | | morning | km=10
35 | Lichtlab voor praktijkschool      | workshop         | hi-tech-science/light-lasers | vo 4 pro x12 P4 | 1+6 | tue | afternoon | km=40
38 | Ontwerpen met textiel             | loan             | design-production-world-trade/textiles-fashion | vo 2 vmbo-tl x26 T2 | 0+8 | | morning | place=at-school
`;

type RequestBody = Readonly<Record<string, unknown>> & {
  readonly schoolLocationId: string;
  readonly title: string;
};

/** The bodies of the requests, their wishes in these school weeks (the Mondays). */
export function demoRequests(weeks: readonly LocalDate[]): RequestBody[] {
  return [...rowsOf(table), ...moreRequests()].map(
    ([school, title = '', kind, themes, groups = '', span = '', days, parts, particular]) => {
      const index = Number(school) - 1;
      const { seed } = demoSchools[index] as (typeof demoSchools)[number];
      const options = optionsOf(particular);
      const number = (name: string) => (options.has(name) ? { [name]: Number(options.get(name)) } : {});
      const { km, cost, prefer } = { ...number('km'), ...number('cost'), ...number('prefer') };
      const [first = 0, count = 1] = span.split('+').map(Number);
      const lastWeek = weeks[first + count - 1] as LocalDate;
      return {
        schoolLocationId: seed.id,
        contactId: contactOfSchool(index),
        kind,
        title,
        themes: wordsOf(themes),
        groups: groups.split(';').map((group) => groupOf(group)),
        windows: [
          { from: weeks[first], to: addDays(lastWeek, 5), weekdays: wordsOf(days), parts: wordsOf(parts) },
        ],
        ...(km === undefined ? {} : { maxDistanceKm: km }),
        ...(cost === undefined ? {} : { maxCostCents: cost }),
        ...(prefer === undefined
          ? {}
          : { preferred: [{ organisationId: demoPartners[prefer - 1]?.seed.id }] }),
        ...(options.has('suit') ? { suitability: options.get('suit')?.split('+') } : {}),
        ...(options.has('place') ? { places: [options.get('place')] } : {}),
        ...(options.has('transport') ? { transport: options.get('transport') } : {}),
        splitAllowed: options.has('split'),
        confirm: options.has('once') ? 'at-once' : 'ask-me',
      };
    },
  );
}

/** `po 7-8 x26 7/8B` */
function groupOf(text: string) {
  const [audience = '', tail = ''] = text.split(' x');
  const { sector, grades, levels } = readAudience(audience);
  const [pupils, name] = wordsOf(tail);
  return { sector, grades, levels, pupils: Number(pupils), name };
}
