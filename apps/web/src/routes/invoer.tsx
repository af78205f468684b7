import { createFileRoute } from '@tanstack/react-router';
import { ImportScreen } from '../imports/import-screen.js';
import { OnlyFor } from '../region/only-for.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/invoer')({
  validateSearch: ({ id }: Record<string, unknown>): { id?: string } =>
    typeof id === 'string' ? { id } : {},
  loader: () => loadWords('coordinator', 'problems'),
  component: function Screen() {
    return (
      <OnlyFor roles={['coordinator', 'operator']} place="nav.people">
        <ImportScreen id={Route.useSearch().id} />
      </OnlyFor>
    );
  },
});
