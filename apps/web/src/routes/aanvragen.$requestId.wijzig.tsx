import { createFileRoute } from '@tanstack/react-router';
import { taxonomyQuery } from '../api/facts.js';
import { ChangeScreen } from '../ask/change-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/aanvragen/$requestId/wijzig')({
  loader: ({ context: { queries } }) => {
    void queries.prefetchQuery(taxonomyQuery);
    return loadWords('teacher', 'catalogue', 'appointments', 'problems');
  },
  component: function Screen() {
    const { requestId } = Route.useParams();
    return <ChangeScreen key={requestId} id={requestId} />;
  },
});
