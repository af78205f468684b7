import { checksOfAggregates, type Check } from '#libs/runtime';
import { definitions } from '../cluster/definitions.js';
import { matchesHaveTheirHolds } from './matches-have-their-holds.js';

/** Those of each service about its own documents, that of two services together, and those of every aggregate. */
export const checks: readonly Check[] = [
  ...definitions.flatMap((definition) => definition.checks ?? []),
  matchesHaveTheirHolds,
  ...checksOfAggregates(definitions.flatMap(({ aggregates }) => aggregates)),
];
