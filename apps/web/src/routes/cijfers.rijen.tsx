import { createFileRoute } from '@tanstack/react-router';
import { RowsScreen } from '../figures/rows-screen.js';
import { rowsSearchOf } from '../figures/search.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/cijfers/rijen')({
  validateSearch: rowsSearchOf,
  loader: () => loadWords('reader'),
  component: function Screen() {
    return <RowsScreen search={Route.useSearch()} />;
  },
});
