import type { ActivityKind, Place, Sector, Sentence, Suitability } from './model.js';
import { and, say, sayList } from './say.js';

export const kindLabels: Record<ActivityKind, Sentence> = {
  'guest-lesson': say('een gastles', 'a guest lesson'),
  'company-visit': say('een bedrijfsbezoek', 'a company visit'),
  'museum-visit': say('een museum- of labbezoek', 'a museum or lab visit'),
  workshop: say('een workshop', 'a workshop'),
  mentoring: say('projecthulp', 'project help'),
  loan: say('een leskist', 'a loan of materials'),
  'teacher-training': say('een training voor leraren', 'a training for teachers'),
};

export const placeLabels: Record<Place, Sentence> = {
  'at-school': say('op school', 'at school'),
  'at-partner': say('bij de partner', "at the partner's"),
  online: say('online', 'online'),
};

export const sectorLabels: Record<Sector, Sentence> = {
  po: say('het basisonderwijs', 'primary school'),
  sbo: say('het speciaal basisonderwijs', 'special primary school'),
  so: say('het speciaal onderwijs', 'special education'),
  vso: say('het voortgezet speciaal onderwijs', 'secondary special education'),
  vo: say('het voortgezet onderwijs', 'secondary school'),
  mbo: say('het mbo', 'vocational college (mbo)'),
};

export const suitabilityLabels: Record<Suitability, Sentence> = {
  wheelchair: say('een rolstoel', 'a wheelchair'),
  newcomers: say('nieuwkomers', 'newcomers'),
  'low-stimulus': say('prikkelarm werken', 'working with few stimuli'),
  english: say('les in het Engels', 'teaching in English'),
  sbo: sectorLabels.sbo,
  so: sectorLabels.so,
  vso: sectorLabels.vso,
  pro: say('het praktijkonderwijs', 'practical education'),
};

/** "groep 7 en 8", "leerjaar 1" */
export function sayGrades(sector: Sector, grades: readonly string[]): Sentence {
  const numbers = sayList(
    grades.map((grade) => say(grade, grade)),
    and,
  );
  const primary = sector === 'po' || sector === 'sbo' || sector === 'so';
  return primary
    ? say(`groep ${numbers.nl}`, `grade ${numbers.en}`)
    : say(`leerjaar ${numbers.nl}`, `year ${numbers.en}`);
}

/** Level codes are words that schools use themselves. */
export function sayLevels(levels: readonly string[]): Sentence {
  return sayList(
    levels.map((level) => say(level, level)),
    and,
  );
}

export function capitalised({ nl, en }: Sentence): Sentence {
  return say(nl.charAt(0).toUpperCase() + nl.slice(1), en.charAt(0).toUpperCase() + en.slice(1));
}
