import { createFileRoute } from '@tanstack/react-router';
import { taxonomyQuery } from '../api/facts.js';
import { ArrangeScreen } from '../arrange/arrange-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/afspraken/vastleggen')({
  loader: ({ context: { queries } }) => {
    void queries.prefetchQuery(taxonomyQuery);
    return loadWords('appointments', 'catalogue', 'teacher', 'problems');
  },
  component: ArrangeScreen,
});
