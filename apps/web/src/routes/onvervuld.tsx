import { createFileRoute } from '@tanstack/react-router';
import { UnmetScreen } from '../unmet/unmet-screen.js';
import { OnlyFor } from '../region/only-for.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/onvervuld')({
  loader: () => loadWords('coordinator', 'reader', 'problems'),
  component: function Screen() {
    return (
      <OnlyFor roles={['coordinator']} place="nav.unmet">
        <UnmetScreen />
      </OnlyFor>
    );
  },
});
