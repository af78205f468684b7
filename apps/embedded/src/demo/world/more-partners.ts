import { optionsOf, rowsOf } from './table.js';

/**
 * Name | kind | place | first contact | theme | what it is about | what is particular: `month` is the ceiling of the
 * whole organisation, `by` names who gives it, `site` books on its own site, `online` also gives an hour online.
 */
const table = `
Dakdekkers Van den Bosch        | company        | Zwolle       | Ilse van den Bosch | living-working-mobility/building | daken | month=6
Vakschool De Hamer, de werkplaats | school       | Deventer     | Ron Schippers      | technology/technical-jobs | gereedschap | online
Textielatelier De Spoel         | company        | Kampen       | Dilara Aydin       | design-production-world-trade/textiles-fashion | stoffen | by
Logistiek Hanzepoort            | company        | Hasselt      | Freek Tromp        | design-production-world-trade/logistics | pakketten | month=8
Zonnepark De Gouden Akker       | company        | Dalfsen      | Marit Brink        | energy-water-safety/sun-wind | zonnestroom | online
Bakkerij Het Deegje             | company        | Raalte       | Kees Molenkamp     | food-nature/food-production | brood | group=4000
Tuinderij De Kas                | company        | IJsselmuiden | Joke van Zwieten   | food-nature/farming | kassen | month=5
Metaalwerken De Smidse          | company        | Staphorst    | Arend Bisschop     | design-production-world-trade/metalworking | metaal | by
Kunststoffen Vormvast           | company        | Wezep        | Tessa Prins        | hi-tech-science/new-materials | kunststof |
Fietsenmaker Trapsnel           | company        | Hattem       | Gerrit Vos         | living-working-mobility/vehicles | fietsen | by month=4
Architecten Lijn en Licht       | company        | Zwolle       | Noor Aalbers       | living-working-mobility/architecture | huizen | online
Waterwerken De Kade             | other          | Genemuiden   | Jan Willem Buit    | energy-water-safety/water-management | dijken |
Datahuis Cijferwerk             | company        | Deventer     | Priya Nair         | digital-media-entertainment/data | data | online
Filmstudio De Klapper           | company        | Zwolle       | Bas Verhoef        | digital-media-entertainment/film-sound | film | group=6000
Apotheek De Vijzel              | company        | Olst         | Heleen Krans       | people-health/medicines | medicijnen | by
Verpleeghuis De Linde           | other          | Heerde       | Anja Riphagen      | people-health/aids-prostheses | hulpmiddelen | month=3
Museum Het Spoorhuis            | museum         | Zwolle       | Dorien Kok         | living-working-mobility/vehicles | treinen | pupil=300 site
Museum De Zuivelkelder          | museum         | Staphorst    | Harm Tempelman     | culture/trades-crafts | kaas en karnen | pupil=250
Molenmuseum De Vier Winden      | museum         | Raalte       | Wilma Stegink      | culture/heritage | molens | pupil=200
Bibliotheek De Bladzij          | library        | Raalte       | Monique Haan       | digital-media-entertainment/media-literacy | nieuws en beeld | online
Bibliotheek Het Woordhuis       | library        | Kampen       | Rianne Selles      | culture/stories-books | verhalen |
Ontdekkamer De Vonk             | science-centre | Zwolle       | Tim Oldenburg      | science/experiments | proefjes | pupil=350
Natuurlab De Loep               | tech-lab       | Dalfsen      | Sigrid Dekker      | food-nature/biotechnology | cellen |
TechLab De Werkbank             | tech-lab       | Deventer     | Imre Szabo         | hi-tech-science/robotics | robots | month=10
Mbo Groenhof                    | mbo            | Zwolle       | Carolien Mans      | food-nature/green-technology | slim groen | online
Hogeschool De Technieklijn      | hbo            | Zwolle       | Pieter Olde        | digital-media-entertainment/artificial-intelligence | AI | online
Universiteit Oostland, publieksteam | university | Deventer     | Yara Vink          | science/meet-a-scientist | onderzoek | online
Gemeentewerf De Bezem           | municipality   | Zwolle       | Ferry Kuik         | sustainability/circular | afval |
Kinderopvang De Bouwhoek        | childcare      | Kampen       | Shirley Pinas      | making/makerspace | karton | month=4
Maakplaats Het Zaagsel          | makerspace     | Raalte       | Luuk Overmars      | design-production-world-trade/woodworking | hout | by
Buurtwerkplaats De Schroef      | community      | Deventer     | Ans Hogeveen       | making/repair | repareren |
Sterrenclub Poolster            | hobby-club     | Olst         | Theo Zuidema       | hi-tech-science/space | sterren | online
Modelspoorclub De Wissel        | hobby-club     | Hasselt      | Cor Lindeboom      | hi-tech-science/electronics-chips | modeltreinen |
Scouting De Kompasroos          | scouting       | Wijhe        | Renske Pol         | nature/outdoor-learning | kaart en kompas |
EHBO-post De Pleister           | community      | Nieuwleusen  | Nel Bosman         | people-health/first-aid | eerste hulp | online
`;

export const morePartners: readonly string[][] = rowsOf(table);

/** Kinds that groups come to. */
const visited = ['museum', 'library', 'science-centre', 'tech-lab', 'makerspace'];
const days = ['mon', 'tue', 'wed', 'thu', 'fri'];

/** Two or three offers of each, ten slots each; rows as those of the offers' own table. `first` is its number. */
export function offersOfMorePartners(first: number): string[][] {
  return morePartners.flatMap((row, i) => {
    const [name = '', kind = '', , , theme = '', about = '', particular] = row;
    const options = optionsOf(particular);
    const partner = String(first + i);
    const [day, other] = [days[i % 5], days[(i + 2) % 5]];
    const costs = ['group', 'pupil', 'by'].flatMap((option) =>
      options.has(option) ? [option === 'by' ? 'by' : `${option}=${options.get(option)}`] : [],
    );
    const said = costs.join(' ');
    const own = visited.includes(kind)
      ? [
          [
            ...[partner, `Op ontdekking: ${about}`, 'museum-visit', theme, 'po 3-8; vo 1-2; sbo'],
            ...['firm at-partner', '45', `${i % 4}+10 ${day} 9:00`],
            `x4 guide=15 lessons=3 adult=8 ${options.has('site') ? 'site' : ''} ${said}`,
          ],
          [
            ...[partner, `Aan de slag met ${about}`, 'workshop', theme, 'po 5-8; vo 1-3; so; sbo'],
            ...['appointment at-partner', '90', `${i % 3}+5 ${day},${other} morning`],
            `max=28 newcomers=yes ${i % 2 ? 'wheelchair=yes' : 'wheelchair=no'} ${said}`,
          ],
        ]
      : [
          [
            ...[partner, `De vakman in de klas: ${about}`, 'guest-lesson', theme, 'po 5-8; sbo; so; vo 1-2'],
            ...['appointment at-school', '60', `${i % 3}+5 ${day},${other} morning`],
            `reach=${15 + (i % 4) * 6} ${i % 3 ? '' : 'vog'} ${said}`,
          ],
          [
            ...[partner, `Kijk binnen bij ${name}`, 'company-visit', theme, 'po 7-8; vo 1-4; vso; mbo'],
            ...[i % 3 ? 'appointment at-partner' : 'firm at-partner', '90'],
            `${i % 4}+10 ${other} ${i % 3 ? 'afternoon' : '9:30'}`,
            `max=${20 + (i % 3) * 4} adult=8 month=${3 + (i % 3)} ${said}`,
          ],
        ];
    const online = [
      ...[partner, `Vraag het een vakmens: ${about}`, 'guest-lesson', theme, 'po 7-8; vo; mbo'],
      ...['appointment online', '45', `1+10 ${other} afternoon`, 'english=yes'],
    ];
    return options.has('online') ? [...own, online] : own;
  });
}
