import { queryOptions } from '@tanstack/react-query';
import { answerOf } from './answers.js';
import { api } from './client.js';
import type { Keyed } from './commands.js';
import { allPages } from './pages.js';
import type { components } from './schema.js';

type Schemas = components['schemas'];
export type Offer = Schemas['OfferView'];
export type OfferBody = Omit<Schemas['PostOfferBody'], 'organisationId'>;
export type OfferPatch = Schemas['PatchOfferBody'];
export type Pattern = Schemas['PatternBody'];
export type Slot = Schemas['SlotBody'];
export type Audience = Schemas['AudienceBody'];
export type SuitabilityAnswer = 'yes' | 'in-consultation' | 'no';

/** By title. */
export const ownOffersQuery = queryOptions({
  queryKey: ['offers', 'own'],
  queryFn: ({ signal }) =>
    allPages((page) => answerOf(api.GET('/api/offers', { params: { query: page }, signal }))),
});

export const ownOfferQuery = (id: string) =>
  queryOptions({
    queryKey: ['offers', 'own', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/offers/{id}', { params: { path: { id } }, signal })),
    enabled: id !== '',
  });

export const addOffer = (body: Schemas['PostOfferBody'], header: Keyed) =>
  answerOf(api.POST('/api/offers', { params: { header }, body }));

export const changeOffer = ({ id, rev, body }: Pick<Offer, 'id' | 'rev'> & { readonly body: OfferPatch }) =>
  answerOf(
    api.PATCH('/api/offers/{id}', { params: { path: { id }, header: { 'If-Match': `"${rev}"` } }, body }),
  );

export const publishOffer = (id: string, header: Keyed) =>
  answerOf(api.POST('/api/offers/{id}/publish', { params: { path: { id }, header } }));

export const withdrawOffer = (id: string, header: Keyed) =>
  answerOf(api.POST('/api/offers/{id}/withdraw', { params: { path: { id }, header } }));

export const addSlots = (
  { id, slots }: { readonly id: string; readonly slots: readonly Slot[] },
  header: Keyed,
) =>
  answerOf(
    api.POST('/api/offers/{id}/slots', { params: { path: { id }, header }, body: { slots: [...slots] } }),
  );

export const removeSlot = (id: string) =>
  answerOf(api.DELETE('/api/slots/{id}', { params: { path: { id } } }));

/** So many of its places were given away elsewhere. */
export const blockSlot = ({ id, groups }: { readonly id: string; readonly groups: number }, header: Keyed) =>
  answerOf(api.POST('/api/slots/{id}/block', { params: { path: { id }, header }, body: { groups } }));
