import { createFileRoute } from '@tanstack/react-router';
import { sheetQuery } from '../api/matches.js';
import { SheetScreen } from '../appointment/sheet-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/afspraken/$matchId/draaiboek')({
  loader: ({ context: { queries }, params }) => {
    void queries.prefetchQuery(sheetQuery(params.matchId));
    return loadWords('appointments');
  },
  component: function Screen() {
    return <SheetScreen id={Route.useParams().matchId} />;
  },
});
