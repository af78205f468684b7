import type { Request } from './request.js';

/** What this person wrote into a request, by field; empty when nothing. */
export function textsBy(request: Request, personId: string): Partial<Record<keyof Request, string>> {
  const own = request.madeBy === personId ? (['note'] as const) : [];
  const ended = (request.withdrawnBy ?? request.madeBy) === personId ? (['withdrawnBecause'] as const) : [];
  const coordinators = request.assigneeId === personId ? (['internalNote', 'question'] as const) : [];
  return Object.fromEntries(
    [...own, ...ended, ...coordinators].flatMap((field) => (request[field] ? [[field, request[field]]] : [])),
  );
}

/** The request without them; what was asked for stays. Null when there is nothing. */
export function erasePerson(request: Request, personId: string): { state: Request } | null {
  const wrote = textsBy(request, personId);
  if (Object.keys(wrote).length === 0) return null;
  return { state: { ...request, ...Object.fromEntries(Object.keys(wrote).map((field) => [field, ''])) } };
}
