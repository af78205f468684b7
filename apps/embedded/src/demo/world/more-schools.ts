import { rowsOf } from './table.js';

/** Place | sectors | names: the schools of the region nobody plays in the story. */
const table = `
Zwolle       | po  | De Zevenster; De Wieken; Het Stroomdal; De Vlindertuin; De Schatgraver; Toermalijn; Obs De Klimboom; Daltonschool De Spil; De Windroos; Het Mozaïek
Deventer     | po  | De Hoge Linde; De Ruimte; Het Kleurenpalet; De Sleutelbloem; Jenaplanschool De Kei; De Wijde Wereld; Obs De Flint; De Meander
Kampen       | po  | De Hanzesteen; De Zilvervloot; Het Stroomlint; De Kraanvogel; Cbs De Ankerplaats
IJsselmuiden | po  | Het Riet; De Groenling
Raalte       | po  | De Korenaar; Het Berkenbosje; De Kameleon
Dalfsen      | po  | De Vechtoever; Cbs De Spreng
Nieuwleusen  | po  | De Kievit
Hattem       | po  | Het Schelpenpad
Staphorst    | po  | De Stipwerker; Cbs De Levensboom
Hasselt      | po  | De Kalkoven; Het Drieluik
Genemuiden   | po  | De Biezenhof; De Matten
Wijhe        | po  | De Loopplank
Olst         | po  | De Steenoven
Heerde       | po  | De Egelskuil
Wezep        | po  | De Heidebloem
Kampen       | sbo | Sbo De Driemaster
Raalte       | sbo | Sbo De Hooiberg
Deventer     | so  | De Zonnebloem
Zwolle       | vso | Vso De Overstap
Zwolle       | vo  | Lyceum De Kaap
Deventer     | vo  | Vakschool De Hamer
Dalfsen      | vo  | Oeverlyceum
Kampen       | mbo | Mbo Haven en Techniek
`;

const streets = [
  'Dorpsweg',
  'Schoolstraat',
  'Kastanjelaan',
  'Brinkweg',
  'Lijsterhof',
  'Meidoorn',
  'Hofstede',
];
const firstNames = 'Lisa Omar Femke Wout Nadia Jelle Amber Sander Hilde Milan Esra Bart Loes Youssef'.split(
  ' ',
);
const lastNames = 'Bakker,de Boer,Hendriks,Kaya,Meijer,Schouten,van Dam,Willems,Brouns,Post,El Idrissi'.split(
  ',',
);
/** In holiday region Midden. */
const veluwe = ['Heerde', 'Wezep'];
const withEquity = ['po', 'sbo', 'so', 'vso'];

/** Rows as those of the schools' own table: name, place, sectors, street, what is particular, who receives guests. */
export const moreSchools: readonly string[][] = rowsOf(table)
  .flatMap(([place = '', sectors = '', names = '']) =>
    names.split(';').map((name) => ({ place, sectors, name: name.trim() })),
  )
  .map(({ place, sectors, name }, i) => [
    name,
    place,
    sectors,
    `${streets[i % streets.length]} ${3 + ((i * 11) % 60)}`,
    [
      withEquity.includes(sectors) ? `equity=${(((i * 37) % 90) + 5) / 100}` : '',
      veluwe.includes(place) ? 'midden' : '',
      i % 9 === 4 ? 'vog=when-unsupervised' : '',
    ].join(' '),
    `${firstNames[i % firstNames.length]} ${lastNames[(i * 3) % lastNames.length]}`,
  ]);
