import { queryOptions } from '@tanstack/react-query';
import { answerOf } from './answers.js';
import { api } from './client.js';
import type { Keyed } from './commands.js';
import { allPages } from './pages.js';
import type { components } from './schema.js';

type Schemas = components['schemas'];
export type Match = Schemas['MatchView'];
export type MatchStep = Schemas['MatchStepView'];
export type VisitSheet = Schemas['VisitSheetView'];

/** Newest first, five hundred at most. */
export const matchesQuery = queryOptions({
  queryKey: ['matches'],
  queryFn: ({ signal }) =>
    allPages((page) => answerOf(api.GET('/api/matches', { params: { query: page }, signal })), {
      most: 5,
    }),
});

export const matchQuery = (id: string) =>
  queryOptions({
    queryKey: ['matches', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/matches/{id}', { params: { path: { id } }, signal })),
  });

/** Names, place, costs and what everyone needs on the day. */
export const sheetQuery = (id: string) =>
  queryOptions({
    queryKey: ['matches', id, 'sheet'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/matches/{id}/visit-sheet', { params: { path: { id } }, signal })),
  });

export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ['matches', id, 'history'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/matches/{id}/history', { params: { path: { id } }, signal })),
  });

/** Newest last. */
export const messagesQuery = (id: string) =>
  queryOptions({
    queryKey: ['matches', id, 'messages'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/matches/{id}/messages', { params: { path: { id }, query: { limit: 100 } }, signal }),
      ),
  });

export const calendarFileOf = (id: string): string => `/api/matches/${encodeURIComponent(id)}/calendar.ics`;

interface To<Body> {
  readonly id: string;
  readonly body: Body;
}

const to = <Header extends Keyed>(id: string, header: Header) => ({ params: { path: { id }, header } });
/** Waits a moment for the place to be secured, so that the answer says so. */
const toHeld = (id: string, header: Keyed) => to<Waiting>(id, { ...header, prefer: 'wait=2' });

interface Waiting extends Keyed {
  readonly prefer: string;
}

export const acceptMatch = ({ id, body }: To<Schemas['AcceptBody']>, header: Keyed) =>
  answerOf(api.POST('/api/matches/{id}/accept', { ...to(id, header), body }));

export const declineMatch = ({ id, body }: To<Schemas['EndMatchBody']>, header: Keyed) =>
  answerOf(api.POST('/api/matches/{id}/decline', { ...to(id, header), body }));

export const counterMatch = ({ id, body }: To<Schemas['CounterBody']>, header: Keyed) =>
  answerOf(api.POST('/api/matches/{id}/counter', { ...toHeld(id, header), body }));

export const moveMatch = ({ id, body }: To<Schemas['MoveBody']>, header: Keyed) =>
  answerOf(api.POST('/api/matches/{id}/move', { ...toHeld(id, header), body }));

export const changeNumbers = ({ id, body }: To<Schemas['PupilsChangeBody']>, header: Keyed) =>
  answerOf(api.POST('/api/matches/{id}/pupils', { ...toHeld(id, header), body }));

/** What these numbers would cost; undefined asks nothing. */
export const numbersCostQuery = (id: string, groups: Schemas['PupilsChangeBody']['groups'] | undefined) =>
  queryOptions({
    queryKey: ['matches', id, 'numbers', groups],
    queryFn: ({ signal }) =>
      answerOf(
        api.POST('/api/matches/{id}/pupils/preview', {
          ...to(id, { 'Idempotency-Key': crypto.randomUUID() }),
          body: { groups: groups ?? [] },
          signal,
        }),
      ),
    enabled: groups !== undefined,
    retry: false,
  });

export const cancelMatch = ({ id, body }: To<Schemas['CancelBody']>, header: Keyed) =>
  answerOf(api.POST('/api/matches/{id}/cancel', { ...to(id, header), body }));

export const noShow = ({ id, body }: To<Schemas['EndMatchBody']>, header: Keyed) =>
  answerOf(api.POST('/api/matches/{id}/no-show', { ...to(id, header), body }));

/** It took place after all. */
export const sayHeld = ({ id, body }: To<Schemas['OnBehalfBody']>, header: Keyed) =>
  answerOf(api.POST('/api/matches/{id}/held', { ...to(id, header), body }));

export const countMatch = ({ id, body }: To<Schemas['CountBody']>, header: Keyed) =>
  answerOf(api.POST('/api/matches/{id}/count', { ...to(id, header), body }));

export const evaluateMatch = ({ id, body }: To<Schemas['EvaluationBody']>, header: Keyed) =>
  answerOf(api.POST('/api/matches/{id}/evaluation', { ...to(id, header), body }));

export const tallyMatch = ({ id, body }: To<Schemas['TallyBody']>, header: Keyed) =>
  answerOf(api.POST('/api/matches/{id}/tally', { ...to(id, header), body }));

export const repeatMatch = ({ id, body }: To<Schemas['RepeatBody']>, header: Keyed) =>
  answerOf(api.POST('/api/matches/{id}/repeat', { ...toHeld(id, header), body }));

/** A colleague receives the guest, or goes there. */
export const changeContact = (
  { id, contactId }: { readonly id: string; readonly contactId: string },
  header: Keyed,
) => answerOf(api.POST('/api/matches/{id}/contact', { ...to(id, header), body: { contactId } }));

export const sayMessage = ({ id, body }: To<Schemas['PostMessageBody']>, header: Keyed) =>
  answerOf(api.POST('/api/matches/{id}/messages', { ...to(id, header), body }));

export const arrangeMatch = (body: Schemas['ArrangedBody'], header: Keyed) =>
  answerOf(api.POST('/api/matches/arranged', { params: { header: { ...header, prefer: 'wait=2' } }, body }));
