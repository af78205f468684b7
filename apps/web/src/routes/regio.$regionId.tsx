import { createFileRoute } from '@tanstack/react-router';
import { catalogueQuery } from '../api/catalogue.js';
import { regionQuery, taxonomyQuery } from '../api/facts.js';
import { RegionScreen } from '../region/region-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/regio/$regionId')({
  loader: ({ context: { queries }, params: { regionId } }) => {
    void queries.prefetchQuery(regionQuery(regionId));
    void queries.prefetchQuery(catalogueQuery({ region: regionId }));
    void queries.prefetchQuery(taxonomyQuery);
    return loadWords('catalogue');
  },
  component: function Screen() {
    return <RegionScreen regionId={Route.useParams().regionId} />;
  },
});
