import { createFileRoute } from '@tanstack/react-router';
import { RowsScreen } from '../figures/rows-screen.js';
import { rowsSearchOf } from '../figures/search.js';
import { OnlyFor } from '../region/only-for.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/cijfers/rijen')({
  validateSearch: rowsSearchOf,
  loader: () => loadWords('reader', 'problems'),
  component: function Screen() {
    return (
      <OnlyFor roles={['coordinator', 'reader']} place="nav.figures">
        <RowsScreen search={Route.useSearch()} />
      </OnlyFor>
    );
  },
});
