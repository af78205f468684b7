import type { OfferWords } from './offer-words.js';

/** Names its title and text: `partner:template.<id>.title`. */
export const templateIds = [
  'robot-arm',
  'energy-at-home',
  'my-job',
  'behind-the-factory-door',
  'care-technology',
  'inventions',
  'solder-a-light',
  'first-program',
  'design-coach',
  'measuring-kit',
  'teachers-learn',
] as const;
export type TemplateId = (typeof templateIds)[number];

type Start = Pick<OfferWords, 'kind' | 'themes' | 'audience'> & Partial<OfferWords>;

const upperPrimary = { sector: 'po', grades: ['6', '7', '8'] } as const;
const po = (...grades: string[]) => [{ sector: 'po' as const, grades }];

/** Good starting points, a few for each kind: everything in them can be changed. */
export const templates: Readonly<Record<TemplateId, Start>> = {
  'robot-arm': {
    kind: 'guest-lesson',
    themes: ['hi-tech-science'],
    audience: po(...upperPrimary.grades),
    ...{ durationMinutes: 90, pupils: { min: 10, max: 32 } },
  },
  'energy-at-home': {
    kind: 'guest-lesson',
    themes: ['energy-water-safety'],
    audience: po('5', '6', '7', '8'),
    durationMinutes: 60,
  },
  'my-job': {
    kind: 'guest-lesson',
    themes: ['living-working-mobility'],
    audience: [...po('7', '8'), { sector: 'vo', grades: ['1', '2', '3'] }],
    ...{ durationMinutes: 45, place: 'online' },
  },
  'behind-the-factory-door': {
    kind: 'company-visit',
    themes: ['design-production-world-trade'],
    audience: [
      { sector: 'po', grades: ['7', '8'], pupilsPerAdult: 8 },
      { sector: 'vo', grades: ['1', '2'], pupilsPerAdult: 8 },
    ],
    ...{ durationMinutes: 120, place: 'at-partner', pupils: { min: 8, max: 28 } },
    leadTimeDays: 21,
  },
  'care-technology': {
    kind: 'company-visit',
    themes: ['people-health'],
    audience: [{ sector: 'vo', grades: ['2', '3', '4'] }],
    ...{ durationMinutes: 90, place: 'at-partner', pupils: { min: 6, max: 16 }, leadTimeDays: 21 },
  },
  inventions: {
    kind: 'museum-visit',
    themes: ['hi-tech-science'],
    audience: [{ sector: 'po', grades: ['5', '6', '7', '8'], pupilsPerAdult: 6 }],
    ...{ promise: 'firm', durationMinutes: 90, place: 'at-partner' },
    pupils: { min: 10, max: 60 },
  },
  'solder-a-light': {
    kind: 'workshop',
    themes: ['design-production-world-trade'],
    audience: po(...upperPrimary.grades),
    ...{ durationMinutes: 120, pupils: { min: 8, max: 24 } },
  },
  'first-program': {
    kind: 'workshop',
    themes: ['digital-media-entertainment'],
    audience: po('5', '6', '7', '8'),
    ...{ durationMinutes: 90, pupils: { min: 8, max: 30 } },
  },
  'design-coach': {
    kind: 'mentoring',
    themes: ['design-production-world-trade'],
    audience: [{ sector: 'vo', grades: ['3', '4', '5'] }],
    ...{ durationMinutes: 60, lessonsPerVisit: 1, pupils: { min: 3, max: 30 } },
  },
  'measuring-kit': {
    kind: 'loan',
    themes: ['food-nature'],
    audience: po('5', '6', '7', '8'),
    ...{ durationMinutes: 60, pupils: { min: 5, max: 32 } },
  },
  'teachers-learn': {
    kind: 'teacher-training',
    themes: ['hi-tech-science'],
    audience: [{ sector: 'po' }],
    ...{ durationMinutes: 120, pupils: { min: 4, max: 20 } },
  },
};
