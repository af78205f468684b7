import { queryOptions } from '@tanstack/react-query';
import { answerOf, taggedAnswerOf } from './answers.js';
import { api } from './client.js';
import type { Keyed } from './commands.js';
import type { components } from './schema.js';

type Schemas = components['schemas'];
export type Region = Schemas['RegionView'];
export type RegionPatch = Schemas['PatchRegionBody'];
export type Import = Schemas['ImportView'];
export type ImportBody = Schemas['PostImportBody'];

/** As its coordinator sees it, with the tag that a change of it sends. */
export const ownRegionQuery = (id: string) =>
  queryOptions({
    queryKey: ['regions', 'own', id],
    queryFn: ({ signal }) =>
      taggedAnswerOf(api.GET('/api/regions/{id}', { params: { path: { id } }, signal })),
    enabled: id !== '',
  });

interface Changed {
  readonly id: string;
  readonly tag: string;
  readonly body: RegionPatch;
}

export const changeRegion = ({ id, tag, body }: Changed) =>
  answerOf(api.PATCH('/api/regions/{id}', { params: { path: { id }, header: { 'If-Match': tag } }, body }));

export const addOrganisation = (body: Schemas['PostOrganisationBody'], header: Keyed) =>
  answerOf(api.POST('/api/organisations', { params: { header }, body }));

export const postImport = (body: ImportBody, header: Keyed) =>
  answerOf(api.POST('/api/imports', { params: { header }, body }));

const often = 1_000;

/** Asked again each second while it runs. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/imports/{id}', { params: { path: { id } }, signal })),
    enabled: id !== '',
    refetchInterval: ({ state }) => (state.data?.state === 'finished' ? false : often),
  });
