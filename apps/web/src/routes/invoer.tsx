import { createFileRoute } from '@tanstack/react-router';
import { ImportScreen } from '../imports/import-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/invoer')({
  validateSearch: ({ id }: Record<string, unknown>): { id?: string } =>
    typeof id === 'string' ? { id } : {},
  loader: () => loadWords('coordinator'),
  component: function Screen() {
    return <ImportScreen id={Route.useSearch().id} />;
  },
});
