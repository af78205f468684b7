import { createFileRoute } from '@tanstack/react-router';
import { SheetScreen } from '../appointment/sheet-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/afspraken/$matchId/draaiboek')({
  loader: () => loadWords('appointments', 'problems'),
  component: function Screen() {
    return <SheetScreen id={Route.useParams().matchId} />;
  },
});
