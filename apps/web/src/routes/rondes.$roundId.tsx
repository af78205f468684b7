import { createFileRoute } from '@tanstack/react-router';
import { RoundScreen } from '../rounds/round-screen.js';
import { OnlyFor } from '../region/only-for.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/rondes/$roundId')({
  loader: () => loadWords('coordinator', 'problems'),
  component: function Screen() {
    return (
      <OnlyFor roles={['coordinator']} place="nav.rounds">
        <RoundScreen roundId={Route.useParams().roundId} />
      </OnlyFor>
    );
  },
});
