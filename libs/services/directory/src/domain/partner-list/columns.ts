import { comparable } from './words.js';

/** What a column of a list of partners may hold. */
const names = {
  organisation: [
    'organisatie',
    'naam organisatie',
    'organisatie naam',
    'organisatienaam',
    'partner',
    'naam partner',
    'partner naam',
    'bedrijfsnaam',
    'instelling',
    'aanbieder',
  ],
  kind: ['soort', 'type', 'soort organisatie', 'type organisatie', 'organisatie soort', 'organisatie type'],
  street: ['adres', 'straat', 'straat en huisnummer', 'bezoekadres', 'organisatie adres'],
  postcode: ['postcode', 'pc', 'organisatie postcode'],
  place: ['plaats', 'plaatsnaam', 'woonplaats', 'vestigingsplaats', 'stad', 'organisatie plaats'],
  kvk: ['kvk', 'kvk nummer', 'kvknummer', 'kvk nr', 'nummer kvk', 'kamer van koophandel'],
  contact: [
    'contactpersoon',
    'contact',
    'naam contactpersoon',
    'contactpersoon naam',
    'contact naam',
    'naam contact',
  ],
  email: ['e mail', 'email', 'mail', 'e mailadres', 'emailadres', 'mailadres', 'e mail contactpersoon'],
  phone: ['telefoon', 'telefoonnummer', 'tel', 'tel nr', 'mobiel', 'telefoon contactpersoon'],
  role: ['functie', 'rol', 'functie rol', 'rol functie'],
  maxPerMonth: ['max per maand', 'maximum per maand', 'maximaal per maand', 'max aantal per maand'],
  date: ['datum', 'datum activiteit', 'activiteit datum', 'dag'],
  from: ['begintijd', 'starttijd', 'begin', 'start', 'aanvang', 'van', 'activiteit begintijd'],
  to: ['eindtijd', 'einde', 'eind', 'tot', 'activiteit eindtijd'],
  duration: ['duur', 'duur minuten', 'duur in minuten', 'duur min', 'tijdsduur'],
  title: [
    'activiteit',
    'titel',
    'titel activiteit',
    'activiteit titel',
    'naam activiteit',
    'activiteit naam',
  ],
  activityKind: [
    'soort activiteit',
    'type activiteit',
    'activiteit soort',
    'activiteit type',
    'activiteitsoort',
  ],
  theme: ['thema', 'themas', 'thema s', 'onderwerp', 'activiteit thema'],
  school: ['school', 'schoolnaam', 'naam school', 'school naam', 'brin', 'brin6', 'brin nummer', 'vestiging'],
  groups: [
    'groep',
    'groepen',
    'groep en',
    'klas',
    'klassen',
    'groep klas',
    'school groep',
    'school groep en',
  ],
  pupils: ['aantal leerlingen', 'leerlingen', 'aantal ll', 'aantal kinderen', 'school aantal leerlingen'],
  hours: ['uren', 'aantal uren', 'uren partner', 'activiteit uren'],
} as const satisfies Record<string, readonly string[]>;

export type Field = keyof typeof names;

const fieldOf = new Map<string, Field>(
  Object.entries(names).flatMap(([field, all]) => all.map((name) => [name, field as Field] as const)),
);

export interface Columns {
  /** The place of the header among the rows, from 0. */
  readonly headerAt: number;
  readonly columns: readonly Column[];
  /** Headers that mean nothing to us. */
  readonly unknown: readonly string[];
}

export interface Column {
  readonly field: Field;
  readonly at: number;
  /** As it is called in the file. */
  readonly title: string;
}

const headerWithin = 10;

/**
 * The header among the first ten rows: the row with most names that we know, one of which is the organisation. A cell of
 * it that is empty, or says less, takes its name from the row above, of which a merged cell spans those after it.
 */
export function findColumns(rows: readonly (readonly string[])[]): Columns | null {
  let best: Columns | null = null;
  for (let at = 0; at < Math.min(headerWithin, rows.length); at += 1) {
    const found = columnsOf(rows[at]!, rows[at - 1] ?? [], at);
    const names = found.columns.map(({ field }) => field);
    const more = found.columns.length > (best?.columns.length ?? 1);
    if (names.includes('organisation') && more) best = found;
  }
  return best;
}

function columnsOf(header: readonly string[], above: readonly string[], headerAt: number): Columns {
  const columns: Column[] = [];
  const unknown: string[] = [];
  let group = '';
  header.forEach((cell, at) => {
    group = headerWords(above[at] ?? '') || group;
    const words = headerWords(cell);
    const own = headerWords(above[at] ?? '');
    const field = words ? (fieldOf.get(`${group} ${words}`.trim()) ?? fieldOf.get(words)) : fieldOf.get(own);
    const title = (cell.trim() || above[at]?.trim() || '').slice(0, 60);
    if (field && !columns.some((column) => column.field === field)) columns.push({ field, at, title });
    else if (title) unknown.push(title);
  });
  return { headerAt, columns, unknown };
}

function headerWords(cell: string): string {
  return comparable(cell).replace(/\s+/g, ' ').trim();
}
