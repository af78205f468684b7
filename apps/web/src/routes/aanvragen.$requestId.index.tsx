import { createFileRoute } from '@tanstack/react-router';
import { RequestScreen } from '../requests/request-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/aanvragen/$requestId/')({
  validateSearch: ({ nieuw }: Readonly<Record<string, unknown>>): { nieuw?: true } =>
    nieuw ? { nieuw: true } : {},
  loader: () => loadWords('teacher', 'catalogue', 'appointments', 'problems'),
  component: function Screen() {
    const { requestId } = Route.useParams();
    return <RequestScreen key={requestId} id={requestId} isNew={Route.useSearch().nieuw === true} />;
  },
});
