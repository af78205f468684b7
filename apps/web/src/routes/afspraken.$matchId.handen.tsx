import { createFileRoute } from '@tanstack/react-router';
import { matchQuery } from '../api/matches.js';
import { HandsScreen } from '../appointment/hands-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/afspraken/$matchId/handen')({
  loader: ({ context: { queries }, params }) => {
    void queries.prefetchQuery(matchQuery(params.matchId));
    return loadWords('appointments');
  },
  component: function Screen() {
    return <HandsScreen id={Route.useParams().matchId} />;
  },
});
