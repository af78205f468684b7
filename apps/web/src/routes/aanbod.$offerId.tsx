import { createFileRoute } from '@tanstack/react-router';
import { catalogueOfferQuery } from '../api/catalogue.js';
import { taxonomyQuery } from '../api/facts.js';
import { OfferScreen } from '../offer/offer-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/aanbod/$offerId')({
  loader: ({ context: { queries }, params }) => {
    void queries.prefetchQuery(catalogueOfferQuery(params.offerId));
    void queries.prefetchQuery(taxonomyQuery);
    return loadWords('catalogue');
  },
  component: function Screen() {
    return <OfferScreen offerId={Route.useParams().offerId} />;
  },
});
