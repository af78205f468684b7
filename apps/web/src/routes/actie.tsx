import { createFileRoute } from '@tanstack/react-router';
import { ActionScreen } from '../action/action-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/actie')({
  loader: () => loadWords('sign-in', 'appointments', 'problems'),
  component: ActionScreen,
});
