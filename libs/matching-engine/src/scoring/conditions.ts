import type { Condition } from './condition.js';
import { conditionCodes, type ConditionCode } from './answers.js';
import { capacityFits, ceilingFits, costFits, distanceFits, groupSizeFits, vogFits } from './room-fits.js';
import { audienceFits, kindFits, placeFits, suitabilityFits, themeFits } from './what-fits.js';
import { isOpen, leadTimeFits, partnerIsOpen, schoolIsOpen, timeFitsWish } from './when-fits.js';

/** The hard conditions of `domain.md`, each under the name that people and programs see. */
export const conditions: Readonly<Record<ConditionCode, Condition>> = {
  'not-open': isOpen,
  place: placeFits,
  kind: kindFits,
  capacity: capacityFits,
  'lead-time': leadTimeFits,
  'group-size': groupSizeFits,
  ceiling: ceilingFits,
  vog: vogFits,
  cost: costFits,
  'partner-closed': partnerIsOpen,
  time: timeFitsWish,
  'school-closed': schoolIsOpen,
  audience: audienceFits,
  suitability: suitabilityFits,
  theme: themeFits,
  distance: distanceFits,
};

export const conditionsInOrder: readonly Condition[] = conditionCodes.map((code) => conditions[code]);
