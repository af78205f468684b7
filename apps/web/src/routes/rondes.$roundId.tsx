import { createFileRoute } from '@tanstack/react-router';
import { roundQuery } from '../api/rounds.js';
import { RoundScreen } from '../rounds/round-screen.js';
import { OnlyFor } from '../region/only-for.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/rondes/$roundId')({
  loader: ({ context: { queries }, params }) => {
    void queries.prefetchQuery(roundQuery(params.roundId));
    return loadWords('coordinator', 'problems');
  },
  component: function Screen() {
    return (
      <OnlyFor roles={['coordinator']} place="nav.rounds">
        <RoundScreen roundId={Route.useParams().roundId} />
      </OnlyFor>
    );
  },
});
