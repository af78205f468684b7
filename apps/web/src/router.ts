import { createRouter } from '@tanstack/react-router';
import { queries } from './api/queries.js';
import { routeTree } from './route-tree.gen.js';
import { Broken } from './shell/broken.js';
import { NotFound } from './shell/not-found.js';

export const router = createRouter({
  routeTree,
  context: { queries },
  defaultPreload: 'intent',
  // Query decides what is fresh.
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultErrorComponent: Broken,
  defaultNotFoundComponent: NotFound,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
