import { createFileRoute } from '@tanstack/react-router';
import { ownOffersQuery } from '../api/offers.js';
import { MyOffersScreen } from '../offers/my-offers-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/mijn-aanbod/')({
  loader: ({ context: { queries } }) => {
    void queries.prefetchQuery(ownOffersQuery);
    return loadWords('partner', 'catalogue');
  },
  component: MyOffersScreen,
});
