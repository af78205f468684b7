import { createFileRoute } from '@tanstack/react-router';
import { MyOffersScreen } from '../offers/my-offers-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/mijn-aanbod/')({
  loader: () => loadWords('partner', 'catalogue', 'problems'),
  component: MyOffersScreen,
});
