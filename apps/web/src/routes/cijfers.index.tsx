import { createFileRoute } from '@tanstack/react-router';
import { FiguresScreen } from '../figures/figures-screen.js';
import { figuresSearchOf } from '../figures/search.js';
import { OnlyFor } from '../region/only-for.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/cijfers/')({
  validateSearch: figuresSearchOf,
  loader: () => loadWords('reader', 'problems'),
  component: function Screen() {
    return (
      <OnlyFor roles={['coordinator', 'reader']} place="nav.figures">
        <FiguresScreen search={Route.useSearch()} />
      </OnlyFor>
    );
  },
});
