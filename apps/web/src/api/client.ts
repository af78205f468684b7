import createClient from 'openapi-fetch';
import type { paths } from './schema.js';

/** Longer than any answer takes; whoever still waits then hears that we are slow. */
const patience = 20_000;

/** The only way to the server. Called in `src/api/*` alone; screens use what those files give. */
export const api = createClient<paths>({
  baseUrl: '/',
  fetch: (request) =>
    fetch(new Request(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(patience)]) })),
});
