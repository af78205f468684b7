import { createFileRoute } from '@tanstack/react-router';
import { taxonomyQuery } from '../api/facts.js';
import { requestQuery } from '../api/requests.js';
import { ChangeScreen } from '../ask/change-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/aanvragen/$requestId/wijzig')({
  loader: ({ context: { queries }, params }) => {
    void queries.prefetchQuery(requestQuery(params.requestId));
    void queries.prefetchQuery(taxonomyQuery);
    return loadWords('teacher', 'catalogue');
  },
  component: function Screen() {
    const { requestId } = Route.useParams();
    return <ChangeScreen key={requestId} id={requestId} />;
  },
});
