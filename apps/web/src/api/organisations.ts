import { queryOptions } from '@tanstack/react-query';
import { answerOf, taggedAnswerOf } from './answers.js';
import { api } from './client.js';
import type { components } from './schema.js';

type Schemas = components['schemas'];
export type OrganisationPatch = Schemas['PatchOrganisationBody'];

/** With the tag that a change of it sends. */
export const organisationQuery = (id: string) =>
  queryOptions({
    queryKey: ['organisations', id],
    queryFn: ({ signal }) =>
      taggedAnswerOf(api.GET('/api/organisations/{id}', { params: { path: { id } }, signal })),
    enabled: id !== '',
  });

export const changeOrganisation = ({
  id,
  tag,
  body,
}: {
  readonly id: string;
  readonly tag: string;
  readonly body: OrganisationPatch;
}) =>
  answerOf(
    api.PATCH('/api/organisations/{id}', { params: { path: { id }, header: { 'If-Match': tag } }, body }),
  );
