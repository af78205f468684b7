import { createFileRoute } from '@tanstack/react-router';
import { RequestsScreen } from '../requests/requests-screen.js';
import { requestFilters, type RequestFilter } from '../requests/filters.js';
import { loadWords } from '../words/words.js';

interface Search {
  readonly toon?: RequestFilter;
  readonly wie?: 'ik';
}

export const Route = createFileRoute('/aanvragen/')({
  validateSearch: ({ toon, wie }: Readonly<Record<string, unknown>>): Search => {
    const filter = requestFilters.find((each) => each === toon);
    return { ...(filter ? { toon: filter } : {}), ...(wie === 'ik' ? { wie } : {}) };
  },
  loader: () => loadWords('teacher', 'catalogue', 'appointments', 'problems'),
  component: function Screen() {
    const { toon, wie } = Route.useSearch();
    return <RequestsScreen filter={toon} onlyMine={wie === 'ik'} />;
  },
});
