import { queryOptions } from '@tanstack/react-query';
import { answerOf } from './answers.js';
import { api } from './client.js';
import type { Keyed } from './commands.js';
import type { components } from './schema.js';

type Schemas = components['schemas'];
export type Call = Schemas['CallView'];

/** What asks the own organisations, newest first. */
export const callsToUsQuery = queryOptions({
  queryKey: ['calls', 'to-us'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/calls', { params: { query: { limit: 50 } }, signal })),
});

export const answerCall = (
  { id, body }: { readonly id: string; readonly body: Schemas['AnswerCallBody'] },
  header: Keyed,
) => answerOf(api.POST('/api/calls/{id}/answer', { params: { path: { id }, header }, body }));
