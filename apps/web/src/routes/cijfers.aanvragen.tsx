import { createFileRoute } from '@tanstack/react-router';
import { DemandRowsScreen } from '../figures/demand-rows-screen.js';
import { demandSearchOf } from '../figures/search.js';
import { OnlyFor } from '../region/only-for.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/cijfers/aanvragen')({
  validateSearch: demandSearchOf,
  loader: () => loadWords('reader', 'problems'),
  component: function Screen() {
    return (
      <OnlyFor roles={['coordinator', 'reader']} place="nav.figures">
        <DemandRowsScreen search={Route.useSearch()} />
      </OnlyFor>
    );
  },
});
