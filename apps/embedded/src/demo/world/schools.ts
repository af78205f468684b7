import { findPlace, type HolidayRegion, type Sector } from '#libs/facts';
import type { SeedSchoolLocation } from '#libs/services/directory';
import { moreSchools } from './more-schools.js';
import { numbered, optionsOf, rowsOf, wordsOf } from './table.js';

/** Every one invented, in a place that is there: name | place | sectors | street | what is particular | who receives guests. */
const table = `
De Springplank                     | Zwolle      | po      | Lindelaan 12        | equity=0.4              |
Obs De Brug                        | Zwolle      | po      | Sluisweg 3          | equity=0.9 vog=always   | Maud Kuiper
Het Kompas                         | Zwolle      | po      | Zonnehof 41         | equity=0.7              | Bram Hofman
De Regenboog                       | Zwolle      | po      | Esdoornstraat 8     | equity=0.3              | Iris van Loon
Montessorischool Het Vlindertje    | Zwolle      | po      | Parkweg 77          | equity=0.2              | Koen Postma
Basisschool De Stadsmuur           | Zwolle      | po      | Walstraat 5         | equity=0.6              | Lieke Schut
De Waterlelie                      | Zwolle      | po      | Oeverpad 19         | equity=0.8              | Daan Mulder
Samenwerkingsbasisschool De Ooievaar aan de IJssel, locatie Binnenstad en dependance Het Kaptein | Kampen | po | Oudestraat 101 | equity=0.5 | Fenna Wolters
Cbs De Kogge                       | Kampen      | po      | Hanzeplein 2        | equity=0.5              | Thijs Bouwman
De Korenmolen                      | Kampen      | po      | Molenpad 14         | equity=0.95             | Noor Dijkman
Obs De Steur                       | IJsselmuiden | po     | Dijkstraat 30       | equity=0.4              | Joost Veldkamp
De Hanzeboog                       | Deventer    | po      | Bokkingshof 6       | equity=0.85 vog=when-unsupervised | Eva Reinders
Het Wilgenrijk                     | Deventer    | po      | Wilgenweg 52        | equity=0.3              | Stijn Hulst
Daltonschool De Peppel             | Deventer    | po      | Peppelstraat 9      | equity=0.2              | Julia Haverkamp
De Ark                             | Deventer    | po      | Singel 18           | equity=0.7              | Mees Oosterhof
Basisschool Sint Radboud           | Raalte      | po      | Kerkstraat 22       | equity=0.4              | Anne Wiggers
De Sallandse Zon                   | Raalte      | po      | Korenbloem 7        | equity=0.5              | Ruben Kloosterboer
De Bolderik                        | Dalfsen     | po      | Vechtlaan 1         | equity=0.3              | Saar Nijland
Obs De Es                          | Nieuwleusen | po      | Esweg 40            | equity=0.6              | Gijs Kragt
De Zonnehoek                       | Hattem      | po      | Zandstraat 16       | equity=0.2              | Roos Bredewold
Cbs De Bron                        | Staphorst   | po      | Meesterstraat 4     | equity=0.6              | Hidde Compagner
De Zwarte Watervogel               | Hasselt     | po      | Kaai 11             | equity=0.5              | Lot Spijkerman
De Tichel                          | Genemuiden  | po      | Biezenveld 25       | equity=0.55             | Teun Eenkhoorn
De Uiterwaard                      | Wijhe       | po      | Rivierweg 8         | equity=0.45             | Sofie Kappert
Het Heidepad                       | Heerde      | po      | Heidelaan 33        | equity=0.35 midden      | Jurre Berends
De Veldschuur                      | Wezep       | po      | Veldweg 10          | equity=0.5 midden       | Puck van Dijk
Sbo De Vuurtoren                   | Zwolle      | sbo     | Torenlaan 2         | equity=0.9              | Wies Timmerman
Sbo Het Anker                      | Deventer    | sbo     | Havenkade 21        | equity=0.8              | Luc Assink
Berkenschool                       | Zwolle      | so vso  | Berkenlaan 60       | equity=0.7 vog=when-unsupervised | Mirte Lubbers
De Ster                            | Kampen      | so      | Sterrebos 4         | equity=0.8              | Jorn Pelleboer
Vso De Horizon                     | Deventer    | vso     | Einder 15           | equity=0.9              | Elin Grootenhuis
Vso Het Spoor                      | Raalte      | vso     | Stationsweg 3       | equity=0.6              | Sem Ophof
Hanzelyceum                        | Zwolle      | vo      | Campuslaan 1        |                         | Vera Dommerholt
Vakcollege De Noordkade            | Zwolle      | vo      | Noordkade 44        |                         | Tom Brouwer
Praktijkschool De Schakel          | Zwolle      | vo      | Ambachtsweg 20      | vog=always              | Hanna Stegeman
IJsselcollege                      | Kampen      | vo      | Collegeweg 9        |                         | Lars Visscher
Geert Grootelyceum                 | Deventer    | vo      | Latijnenpad 12      |                         | Isa Wessels
De Sallandschool                   | Raalte      | vo      | Vakweg 31           |                         | Niek Jansman
Mbo Techniekplein                  | Zwolle      | mbo     | Techniekplein 1     |                         | Bente Krol
Mbo De Oever, zorg en techniek     | Deventer    | mbo     | Zwolseweg 5         |                         | Max Tibben
`;

/** Of places that have another name than their municipality. */
const municipalities: Readonly<Record<string, string>> = {
  IJsselmuiden: 'Kampen',
  Nieuwleusen: 'Dalfsen',
  Hasselt: 'Zwartewaterland',
  Genemuiden: 'Zwartewaterland',
  Wijhe: 'Olst-Wijhe',
  Olst: 'Olst-Wijhe',
  Wezep: 'Oldebroek',
};

export interface DemoSchool {
  readonly seed: SeedSchoolLocation;
  /** Nobody where one of the eight people does it. */
  readonly contact: string | undefined;
}

export const demoSchools: readonly DemoSchool[] = [...rowsOf(table), ...moreSchools].map(
  ([name = '', place = '', sectors, street, particular, contact], i) => {
    const options = optionsOf(particular);
    const found = pointIn(place, i);
    const holidayRegion: HolidayRegion = options.has('midden') ? 'midden' : 'noord';
    const vogPolicy = options.get('vog') as 'always' | 'when-unsupervised' | undefined;
    return {
      contact: contact || undefined,
      seed: {
        id: numbered('demo-location', i),
        name,
        brin6: `11ZZ${String(i).padStart(2, '0')}`,
        sectors: wordsOf(sectors) as Sector[],
        holidayRegion,
        street: street ?? '',
        location: { place, lat: found.lat, lon: found.lon },
        municipalityCode: found.municipality,
        municipalityName: municipalities[place] ?? place,
        calendar: vogPolicy ? { vogPolicy } : {},
        ...(options.has('equity') ? { equityPriority: Number(options.get('equity')) } : {}),
      },
    };
  },
);

/** Not all of a town on one spot: each address its own point, within a kilometre or so of the middle. */
export function pointIn(name: string, index: number) {
  const place = findPlace(name);
  if (!place) throw new Error(`The demo names a place that is not known: ${name}`);
  const turn = index * 2.4;
  return {
    lat: Number((place.lat + 0.008 * Math.sin(turn)).toFixed(5)),
    lon: Number((place.lon + 0.012 * Math.cos(turn)).toFixed(5)),
    municipality: place.municipality,
  };
}
