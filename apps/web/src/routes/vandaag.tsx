import { createFileRoute } from '@tanstack/react-router';
import { TodayScreen } from '../today/today-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/vandaag')({
  loader: () => loadWords('partner', 'appointments', 'catalogue', 'problems'),
  component: TodayScreen,
});
