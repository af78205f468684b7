import { createFileRoute } from '@tanstack/react-router';
import { taxonomyQuery } from '../api/facts.js';
import { AskAgainScreen } from '../ask/ask-again-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/aanvragen/$requestId/opnieuw')({
  loader: ({ context: { queries } }) => {
    void queries.prefetchQuery(taxonomyQuery);
    return loadWords('teacher', 'catalogue', 'appointments', 'problems');
  },
  component: function Screen() {
    const { requestId } = Route.useParams();
    return <AskAgainScreen key={requestId} id={requestId} />;
  },
});
