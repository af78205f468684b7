import type { World } from './world.js';
import { until } from './until.js';

export const tuesday = { start: '2027-01-12T09:00:00+01:00', end: '2027-01-12T10:30:00+01:00' };
export const nextTuesday = { start: '2027-01-19T09:00:00+01:00', end: '2027-01-19T10:30:00+01:00' };
export const group = (name: string, pupils = 26) => ({ sector: 'po', grades: ['7'], pupils, name });
/** Commands with it are answered once their place is held or refused. */
export const wait = { prefer: 'wait=5' };
const museum = {
  organisationId: 'museum',
  kind: 'museum-visit',
  title: 'Bouw een brug',
  promise: 'firm',
  place: 'at-partner',
  location: { place: 'Kampen' },
  pupils: { min: 5, max: 60 },
  pupilsPerGroup: 15,
  costPerGroupCents: 2500,
  slots: [{ ...tuesday, groups: 2 }],
};

/** A programme of the museum with places of its own, published. */
export async function firmOffer(world: World, changes: Record<string, unknown> = {}) {
  const add = await until(async () => {
    const answer = await world.museum.post('/api/offers', {
      themes: ['hi-tech-science/robotics'],
      audience: [{ sector: 'po', grades: ['6', '7', '8'] }],
      durationMinutes: 90,
      ...museum,
      ...changes,
    });
    return answer.status === 422 ? undefined : answer;
  }, 'the museum to be known');
  const { body } = await world.museum.post(`/api/offers/${add.body.id}/publish`);
  return body;
}
