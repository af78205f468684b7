import { createFileRoute } from '@tanstack/react-router';
import { OperationsScreen } from '../operations/operations-screen.js';
import { OnlyFor } from '../region/only-for.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/beheer')({
  validateSearch: ({ object }: Record<string, unknown>): { object?: string } =>
    typeof object === 'string' && object !== '' ? { object } : {},
  loader: () => loadWords('operator', 'problems'),
  component: function Screen() {
    return (
      <OnlyFor roles={['operator']} place="nav.operations">
        <OperationsScreen search={Route.useSearch()} />
      </OnlyFor>
    );
  },
});
