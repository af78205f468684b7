import { createFileRoute } from '@tanstack/react-router';
import { PeopleScreen } from '../people/people-screen.js';
import { OnlyFor } from '../region/only-for.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/mensen')({
  validateSearch: ({ q }: Record<string, unknown>): { q?: string } =>
    typeof q === 'string' && q !== '' ? { q } : {},
  loader: () => loadWords('coordinator', 'problems'),
  component: function Screen() {
    return (
      <OnlyFor roles={['coordinator', 'school-admin', 'partner-admin', 'operator']} place="nav.people">
        <PeopleScreen search={Route.useSearch()} />
      </OnlyFor>
    );
  },
});
