import { createFileRoute } from '@tanstack/react-router';
import { AppointmentsScreen } from '../appointment/appointments-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/afspraken/')({
  loader: () => loadWords('appointments', 'catalogue', 'problems'),
  component: AppointmentsScreen,
});
