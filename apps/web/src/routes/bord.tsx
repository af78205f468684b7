import { createFileRoute } from '@tanstack/react-router';
import { BoardScreen } from '../board/board-screen.js';
import { boardSearchOf } from '../board/search.js';
import { OnlyFor } from '../region/only-for.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/bord')({
  validateSearch: boardSearchOf,
  loader: () => loadWords('coordinator', 'problems'),
  component: function Screen() {
    return (
      <OnlyFor roles={['coordinator']} place="nav.board">
        <BoardScreen search={Route.useSearch()} />
      </OnlyFor>
    );
  },
});
