import { createFileRoute } from '@tanstack/react-router';
import { RoundsScreen } from '../rounds/rounds-screen.js';
import { OnlyFor } from '../region/only-for.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/rondes/')({
  loader: () => loadWords('coordinator', 'problems'),
  component: function Screen() {
    return (
      <OnlyFor roles={['coordinator']} place="nav.rounds">
        <RoundsScreen />
      </OnlyFor>
    );
  },
});
