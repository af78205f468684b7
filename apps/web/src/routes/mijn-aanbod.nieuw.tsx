import { createFileRoute } from '@tanstack/react-router';
import { NewOfferScreen, type StartSearch } from '../offers/new-offer-screen.js';
import { loadWords } from '../words/words.js';

const names = ['begin', 'kopie', 'thema'] as const;

export const Route = createFileRoute('/mijn-aanbod/nieuw')({
  validateSearch: (search: Readonly<Record<string, unknown>>): StartSearch =>
    Object.fromEntries(
      names.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : [])),
    ),
  loader: () => loadWords('partner', 'catalogue', 'teacher', 'problems'),
  component: function Screen() {
    return <NewOfferScreen search={Route.useSearch()} />;
  },
});
