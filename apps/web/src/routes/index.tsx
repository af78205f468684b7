import { createFileRoute } from '@tanstack/react-router';
import { catalogueQuery } from '../api/catalogue.js';
import { taxonomyQuery } from '../api/facts.js';
import { CatalogueScreen } from '../catalogue/catalogue-screen.js';
import { searchOf } from '../catalogue/search.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/')({
  validateSearch: searchOf,
  loaderDeps: ({ search: { view: _view, ...question } }) => question,
  loader: ({ context: { queries }, deps }) => {
    void queries.prefetchQuery(catalogueQuery(deps));
    void queries.prefetchQuery(taxonomyQuery);
    return loadWords('catalogue');
  },
  component: function Screen() {
    return <CatalogueScreen search={Route.useSearch()} />;
  },
});
