import { createFileRoute } from '@tanstack/react-router';
import { PeopleScreen } from '../people/people-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/mensen')({
  validateSearch: ({ q }: Record<string, unknown>): { q?: string } =>
    typeof q === 'string' && q !== '' ? { q } : {},
  loader: () => loadWords('coordinator'),
  component: function Screen() {
    return <PeopleScreen search={Route.useSearch()} />;
  },
});
