import { createFileRoute } from '@tanstack/react-router';
import { OrganisationsScreen } from '../organisations/organisations-screen.js';
import { OnlyFor } from '../region/only-for.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/organisaties')({
  loader: () => loadWords('coordinator', 'problems'),
  component: function Screen() {
    return (
      <OnlyFor roles={['coordinator']} place="nav.people">
        <OrganisationsScreen />
      </OnlyFor>
    );
  },
});
