import { queryOptions } from '@tanstack/react-query';
import { answerOf } from './answers.js';
import { api } from './client.js';
import type { components } from './schema.js';

export type OpenDemand = components['schemas']['OpenDemandView'];

/** What schools of the own regions ask for and have not got. */
export const demandQuery = queryOptions({
  queryKey: ['requests', 'demand'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/demand', { signal })),
});
