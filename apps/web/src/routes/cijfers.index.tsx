import { createFileRoute } from '@tanstack/react-router';
import { FiguresScreen } from '../figures/figures-screen.js';
import { figuresSearchOf } from '../figures/search.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/cijfers/')({
  validateSearch: figuresSearchOf,
  loader: () => loadWords('reader'),
  component: function Screen() {
    return <FiguresScreen search={Route.useSearch()} />;
  },
});
