import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';
import { Shell } from '../shell/shell.js';

export const Route = createRootRouteWithContext<{ readonly queries: QueryClient }>()({
  component: () => <Shell />,
});
