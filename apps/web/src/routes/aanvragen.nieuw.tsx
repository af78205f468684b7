import { createFileRoute } from '@tanstack/react-router';
import { taxonomyQuery } from '../api/facts.js';
import { AskScreen } from '../ask/ask-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/aanvragen/nieuw')({
  validateSearch: ({ aanbod }: Readonly<Record<string, unknown>>): { aanbod?: string } =>
    typeof aanbod === 'string' ? { aanbod } : {},
  loader: ({ context: { queries } }) => {
    void queries.prefetchQuery(taxonomyQuery);
    return loadWords('teacher', 'catalogue', 'problems');
  },
  component: function Screen() {
    const { aanbod } = Route.useSearch();
    return <AskScreen key={aanbod} offerId={aanbod} />;
  },
});
