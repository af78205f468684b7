import { queryOptions } from '@tanstack/react-query';
import { answerOf } from './answers.js';
import { api } from './client.js';
import type { Keyed } from './commands.js';
import { allPages } from './pages.js';
import type { components } from './schema.js';

type Schemas = components['schemas'];
export type Proposal = Schemas['ProposalView'];
export type Considered = Schemas['RequestProposalsView'];
export type Proposals = Schemas['ProposalsView'];
export type WhyNone = Schemas['WhyNoneView'];
export type ApproveBody = Schemas['ApproveBody'];
export type ApprovalItem = Schemas['ApprovalItem'];
export type AssignmentBody = Schemas['AssignmentBody'];

/** Every request of the region, newest first. */
export const boardRequestsQuery = (region: string) =>
  queryOptions({
    queryKey: ['requests', 'board', region],
    queryFn: ({ signal }) =>
      allPages(
        (page) => answerOf(api.GET('/api/requests', { params: { query: { region, ...page } }, signal })),
        { limit: 500 },
      ),
    enabled: region !== '',
    refetchOnWindowFocus: false,
  });

/** The best proposal of every open request: what the board's lines tell and what many at once approve. */
export const boardProposalsQuery = (region: string) =>
  queryOptions({
    queryKey: ['proposals', 'board', region],
    queryFn: ({ signal }) =>
      allPages(
        (page) =>
          answerOf(api.GET('/api/proposals', { params: { query: { region, k: 1, ...page } }, signal })),
        { limit: 500 },
      ),
    enabled: region !== '',
    refetchOnWindowFocus: false,
  });

export const proposalsQuery = (requestId: string) =>
  queryOptions({
    queryKey: ['proposals', 'of', requestId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/requests/{id}/proposals', {
          params: { path: { id: requestId }, query: { k: 5 } },
          signal,
        }),
      ),
    enabled: requestId !== '',
  });

/** Waits a moment for the place to be secured, so that a refusal is heard at once. */
export const approve = (body: ApproveBody, header: Keyed) =>
  answerOf(
    api.POST('/api/matches', {
      params: { header: { ...header, prefer: 'wait=2' } },
      body,
    }),
  );

export const approveMany = (items: ApprovalItem[], header: Keyed) =>
  answerOf(api.POST('/api/matches/approvals', { params: { header }, body: { items } }));

interface Rejected {
  readonly requestId: string;
  readonly body: Schemas['RejectProposalBody'];
}

export const reject = ({ requestId, body }: Rejected, header: Keyed) =>
  answerOf(api.POST('/api/proposals/{requestId}/reject', { params: { path: { requestId }, header }, body }));

interface Called {
  readonly requestId: string;
  readonly body: Schemas['CallBody'];
}

export const callPartners = ({ requestId, body }: Called, header: Keyed) =>
  answerOf(api.POST('/api/requests/{id}/call', { params: { path: { id: requestId }, header }, body }));

interface Assigned {
  readonly id: string;
  readonly tag: string;
  readonly body: AssignmentBody;
}

/** Whose it is, what colleagues should know, what the school must say first. */
export const assign = ({ id, tag, body }: Assigned) =>
  answerOf(
    api.PATCH('/api/requests/{id}/assignment', {
      params: { path: { id }, header: { 'If-Match': tag } },
      body,
    }),
  );

export const callsQuery = (region: string) =>
  queryOptions({
    queryKey: ['calls', 'region', region],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/calls', { params: { query: { region, limit: 100 } }, signal })),
    enabled: region !== '',
  });
