import { createFileRoute } from '@tanstack/react-router';
import { OperationsScreen } from '../operations/operations-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/beheer')({
  validateSearch: ({ object }: Record<string, unknown>): { object?: string } =>
    typeof object === 'string' && object !== '' ? { object } : {},
  loader: () => loadWords('operator'),
  component: function Screen() {
    return <OperationsScreen search={Route.useSearch()} />;
  },
});
