import { createFileRoute } from '@tanstack/react-router';
import { catalogueOfferQuery } from '../api/catalogue.js';
import { BookScreen } from '../book/book-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/aanbod/$offerId_/boek')({
  validateSearch: ({ plek }: Readonly<Record<string, unknown>>): { plek?: string } =>
    typeof plek === 'string' ? { plek } : {},
  loader: ({ context: { queries }, params }) => {
    void queries.prefetchQuery(catalogueOfferQuery(params.offerId));
    return loadWords('teacher', 'catalogue', 'problems');
  },
  component: function Screen() {
    const { offerId } = Route.useParams();
    return <BookScreen offerId={offerId} slotId={Route.useSearch().plek} />;
  },
});
