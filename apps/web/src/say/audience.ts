import { sayList, type Language } from './language.js';

interface Part {
  readonly sector: string;
  readonly grades?: readonly string[];
  readonly levels?: readonly string[];
}

interface SectorWords {
  readonly id: string;
  readonly label: Readonly<Record<Language, string>>;
  readonly gradeWord: Readonly<Record<Language, string>>;
  readonly grades: readonly string[];
}

interface How {
  readonly language: Language;
  /** Sectors by their letters ("vso", "mbo"), as schools say them; else in full. */
  readonly short?: boolean;
}

/** "groep 5 t/m 8, leerjaar 1 en 2 havo en vwo"; the sector when every grade will do. Each said once. */
export function sayAudience(audience: readonly Part[], sectors: readonly SectorWords[], how: How): string {
  const { language, short = false } = how;
  const said = audience.map(({ sector, grades = [], levels = [] }) => {
    const known = sectors.find(({ id }) => id === sector);
    const some = grades.length > 0 && grades.length < (known?.grades.length ?? 0);
    const name = short ? sector : (known?.label[language] ?? sector);
    const word = (known?.gradeWord[language] ?? '').toLowerCase();
    const who = some ? `${word} ${sayGrades(grades, language)}` : name;
    return levels.length > 0 ? `${who} ${sayList(levels, language)}` : who;
  });
  return [...new Set(said)].join(', ');
}

/** "5 t/m 8" for three and more in a row, else "7 en 8". */
export function sayGrades(grades: readonly string[], language: Language): string {
  const numbers = grades.map(Number).toSorted((a, b) => a - b);
  const [first = 0] = numbers;
  const inARow = numbers.length > 2 && numbers.every((grade, place) => grade === first + place);
  if (!inARow) return sayList(grades, language);
  return `${first} ${language === 'nl' ? 't/m' : 'to'} ${numbers.at(-1)}`;
}
