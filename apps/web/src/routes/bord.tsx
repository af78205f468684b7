import type { QueryClient } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { boardProposalsQuery, boardRequestsQuery } from '../api/board.js';
import { taxonomyQuery } from '../api/facts.js';
import { meQuery } from '../api/me.js';
import { regionSchoolsQuery } from '../api/region-names.js';
import { BoardScreen } from '../board/board-screen.js';
import { boardSearchOf } from '../board/search.js';
import { OnlyFor } from '../region/only-for.js';
import { regionKept, regionOf } from '../region/region-of.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/bord')({
  validateSearch: boardSearchOf,
  loader: ({ context: { queries } }) => {
    void askAhead(queries);
    return loadWords('coordinator', 'problems');
  },
  component: function Screen() {
    return (
      <OnlyFor roles={['coordinator']} place="nav.board">
        <BoardScreen search={Route.useSearch()} />
      </OnlyFor>
    );
  },
});

/** What the board shows is asked for while its code is still on its way. */
async function askAhead(queries: QueryClient): Promise<void> {
  const me = await queries.ensureQueryData(meQuery);
  const region = regionOf(me, regionKept());
  if (!region || !me?.roles.some(({ role }) => role === 'coordinator')) return;
  void queries.prefetchQuery(boardRequestsQuery(region.id));
  void queries.prefetchQuery(boardProposalsQuery(region.id));
  void queries.prefetchQuery(regionSchoolsQuery(region.id));
  void queries.prefetchQuery(taxonomyQuery);
}
