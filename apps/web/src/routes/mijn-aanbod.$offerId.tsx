import { createFileRoute } from '@tanstack/react-router';
import { offerParts, type OfferPart } from '../offers/offer-parts.js';
import { OwnOfferScreen } from '../offers/own-offer-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/mijn-aanbod/$offerId')({
  validateSearch: ({ deel }: Readonly<Record<string, unknown>>): { deel?: OfferPart } => {
    const part = offerParts.find((each) => each === deel);
    return part ? { deel: part } : {};
  },
  loader: () => loadWords('partner', 'catalogue', 'teacher', 'problems'),
  component: function Screen() {
    const { offerId } = Route.useParams();
    return <OwnOfferScreen offerId={offerId} part={Route.useSearch().deel ?? 'momenten'} />;
  },
});
