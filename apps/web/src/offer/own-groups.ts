import type { CatalogueOffer } from '../api/catalogue.js';

type Terms = Pick<CatalogueOffer, 'pupils' | 'pupilsPerGroup' | 'durationMinutes' | 'lessonsPerVisit'>;

/** What the server takes it for when an offer does not say how many come at most. */
const mostUnsaid = 32;

/**
 * How a partner divides the largest class it takes into groups of its own, by which it counts places and money;
 * undefined where a class is always one of them.
 */
export function ownGroupsOf({ pupils, pupilsPerGroup }: Pick<Terms, 'pupils' | 'pupilsPerGroup'>) {
  const most = pupils?.max ?? mostUnsaid;
  if (pupilsPerGroup >= most) return undefined;
  return { size: pupilsPerGroup, pupils: most, count: Math.ceil(most / pupilsPerGroup) };
}

/** Of the whole visit, when it is given several times in a row. */
export const minutesInAll = ({ durationMinutes, lessonsPerVisit }: Terms): number =>
  durationMinutes * lessonsPerVisit;
