import { createFileRoute } from '@tanstack/react-router';
import { BoardScreen } from '../board/board-screen.js';
import { boardSearchOf } from '../board/search.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/bord')({
  validateSearch: boardSearchOf,
  loader: () => loadWords('coordinator'),
  component: function Screen() {
    return <BoardScreen search={Route.useSearch()} />;
  },
});
