import { createFileRoute } from '@tanstack/react-router';
import { InboxScreen } from '../inbox/inbox-screen.js';
import { OnlyFor } from '../region/only-for.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/inbox')({
  loader: () => loadWords('coordinator', 'problems'),
  component: function Screen() {
    return (
      <OnlyFor roles={['coordinator']} place="nav.inbox">
        <InboxScreen />
      </OnlyFor>
    );
  },
});
