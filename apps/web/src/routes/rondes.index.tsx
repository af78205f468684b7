import { createFileRoute } from '@tanstack/react-router';
import { RoundsScreen } from '../rounds/rounds-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/rondes/')({
  loader: () => loadWords('coordinator'),
  component: RoundsScreen,
});
