import { createFileRoute } from '@tanstack/react-router';
import { DemandScreen } from '../demand/demand-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/vraag')({
  loader: () => loadWords('partner', 'catalogue', 'problems'),
  component: DemandScreen,
});
