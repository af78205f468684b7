import { addDays, findPlace, schoolYearOf, type LocalDate } from '#libs/facts';
import type { SeedRegion } from '#libs/services/directory';
import { demoSchools } from './schools.js';

export const demoRegionId = 'demo-region';

const seats = ['Zwolle', 'Kampen', 'Deventer', 'Raalte', 'Dalfsen', 'Olst', 'Hasselt', 'Staphorst'];

/** 1 August of this school year. */
export function schoolYearStart(today: LocalDate): LocalDate {
  return `${schoolYearOf(today).slice(0, 4)}-08-01`;
}

/** In its second school year: most schools took part from the first, some came in this year, two left. */
export function demoRegion(today: LocalDate): SeedRegion {
  const second = schoolYearStart(today);
  const first = schoolYearStart(addDays(second, -1));
  return {
    id: demoRegionId,
    name: 'Leerregio IJsselbrug',
    municipalityCodes: [...seats, 'Hattem', 'Heerde', 'Wezep'].map((name) => {
      const place = findPlace(name);
      if (!place) throw new Error(`The demo names a place that is not known: ${name}`);
      return place.municipality;
    }),
    participating: Object.fromEntries(
      demoSchools.map(({ seed }, i) => [
        seed.id,
        { from: i % 12 === 9 ? second : first, ...(i % 45 === 43 ? { to: addDays(second, -1) } : {}) },
      ]),
    ),
    settings: {
      regionSharePercent: 50,
      themePriorities: { 'energy-water-safety': 0.8, 'hi-tech-science': 0.6 },
      sectorPriorities: { sbo: 0.6, so: 0.6, vso: 0.6 },
    },
  };
}
