import { queryOptions } from '@tanstack/react-query';
import { answerOf, taggedAnswerOf } from './answers.js';
import { api } from './client.js';
import type { Keyed } from './commands.js';
import { allPages } from './pages.js';
import type { components, paths } from './schema.js';

type Schemas = components['schemas'];
export type Person = Schemas['PersonView'];
export type Invitation = Schemas['InvitationView'];
export type Claim = Schemas['ClaimView'];
export type PersonRole = Schemas['PersonRoleBody'];
type Asked = NonNullable<paths['/api/people']['get']['parameters']['query']>;
export type PeopleQuestion = Pick<Asked, 'region' | 'q' | 'organisation' | 'schoolLocation'>;

export const peopleQuery = (question: PeopleQuestion) =>
  queryOptions({
    queryKey: ['people', question],
    queryFn: ({ signal }) =>
      allPages((page) =>
        answerOf(api.GET('/api/people', { params: { query: { ...question, ...page } }, signal })),
      ),
    placeholderData: (before) => before,
  });

/** With the tag that a change of them sends. */
export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', id],
    queryFn: ({ signal }) =>
      taggedAnswerOf(api.GET('/api/people/{id}', { params: { path: { id } }, signal })),
    enabled: id !== '',
    retry: false,
  });

export const changePerson = ({
  id,
  tag,
  body,
}: {
  readonly id: string;
  readonly tag: string;
  readonly body: Schemas['PatchPersonBody'];
}) =>
  answerOf(api.PATCH('/api/people/{id}', { params: { path: { id }, header: { 'If-Match': tag } }, body }));

export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: ({ signal }) =>
    allPages((page) => answerOf(api.GET('/api/invitations', { params: { query: page }, signal }))),
});

export const invite = (body: Schemas['PostInvitationBody'], header: Keyed) =>
  answerOf(api.POST('/api/invitations', { params: { header }, body }));

export const resendInvitation = (id: string, header: Keyed) =>
  answerOf(api.POST('/api/invitations/{id}/resend', { params: { path: { id }, header } }));

export const withdrawInvitation = (id: string) =>
  answerOf(api.DELETE('/api/invitations/{id}', { params: { path: { id } } }));

export const claimsQuery = queryOptions({
  queryKey: ['claims'],
  queryFn: ({ signal }) =>
    allPages((page) => answerOf(api.GET('/api/claims', { params: { query: page }, signal }))),
});

export const confirmClaim = ({ id, how }: { readonly id: string; readonly how?: string }, header: Keyed) =>
  answerOf(
    api.POST('/api/claims/{id}/confirm', {
      params: { path: { id }, header },
      body: how ? { how } : {},
    }),
  );

export const refuseClaim = (
  { id, reason }: { readonly id: string; readonly reason: string },
  header: Keyed,
) => answerOf(api.POST('/api/claims/{id}/refuse', { params: { path: { id }, header }, body: { reason } }));
