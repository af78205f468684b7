import { createFileRoute } from '@tanstack/react-router';
import { requestQuery } from '../api/requests.js';
import { RequestScreen } from '../requests/request-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/aanvragen/$requestId/')({
  validateSearch: ({ nieuw }: Readonly<Record<string, unknown>>): { nieuw?: true } =>
    nieuw ? { nieuw: true } : {},
  loader: ({ context: { queries }, params }) => {
    void queries.prefetchQuery(requestQuery(params.requestId));
    return loadWords('teacher', 'catalogue', 'appointments');
  },
  component: function Screen() {
    const { requestId } = Route.useParams();
    return <RequestScreen key={requestId} id={requestId} isNew={Route.useSearch().nieuw === true} />;
  },
});
