import { createFileRoute } from '@tanstack/react-router';
import { HandsScreen } from '../appointment/hands-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/afspraken/$matchId/handen')({
  loader: () => loadWords('appointments', 'problems'),
  component: function Screen() {
    return <HandsScreen id={Route.useParams().matchId} />;
  },
});
