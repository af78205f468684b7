import { createFileRoute } from '@tanstack/react-router';
import { MeScreen } from '../me/me-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/ik')({
  loader: () => loadWords('sign-in', 'problems'),
  component: MeScreen,
});
