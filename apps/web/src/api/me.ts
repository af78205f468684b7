import { queryOptions } from '@tanstack/react-query';
import { answerOf, taggedAnswerOf } from './answers.js';
import { api } from './client.js';
import { sayEnded } from './session-end.js';
import type { components } from './schema.js';

export type Me = components['schemas']['MeView'];
type PreferencesPatch = components['schemas']['PatchPreferencesBody'];
export type Role =
  'teacher' | 'school-admin' | 'partner' | 'partner-admin' | 'coordinator' | 'reader' | 'operator';

/** How one gets in here, and whether one is in. */
export const waysInQuery = queryOptions({
  queryKey: ['me', 'ways-in'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/sign-in', { signal })),
});

/** Who one is; null for a visitor. Whose session ends stays who they were, so that what they were writing stays too. */
export const meQuery = queryOptions({
  queryKey: ['me', 'who'],
  queryFn: async ({ client, signal, queryKey }): Promise<Me | null> => {
    const before = client.getQueryData<Me | null>(queryKey) ?? null;
    const { signedIn } = await client.fetchQuery({ ...waysInQuery, staleTime: 0 });
    sayEnded(!signedIn && before !== null);
    return signedIn ? answerOf(api.GET('/api/me', { signal })) : before;
  },
  staleTime: 60_000,
});

/** Past what is known: who is, after becoming somebody else. */
export const whoIsSignedIn = () => answerOf(api.GET('/api/me'));

/** With the tag that a change of the preferences sends. */
export const ownPreferencesQuery = queryOptions({
  queryKey: ['me', 'preferences'],
  queryFn: ({ signal }) => taggedAnswerOf(api.GET('/api/me', { signal })),
});

export const changePreferences = ({ tag, body }: { readonly tag: string; readonly body: PreferencesPatch }) =>
  answerOf(api.PATCH('/api/me/preferences', { params: { header: { 'If-Match': tag } }, body }));

export const removePasskey = (id: string) =>
  answerOf(api.DELETE('/api/me/passkeys/{id}', { params: { path: { id } } }));

export const sessionsQuery = queryOptions({
  queryKey: ['me', 'sessions'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/me/sessions', { signal })),
});

export const passkeysQuery = queryOptions({
  queryKey: ['me', 'passkeys'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/me/passkeys', { signal })),
});

export const endSession = (id: string) =>
  answerOf(api.DELETE('/api/me/sessions/{id}', { params: { path: { id } } }));
