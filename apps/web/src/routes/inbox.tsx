import { createFileRoute } from '@tanstack/react-router';
import { InboxScreen } from '../inbox/inbox-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/inbox')({
  loader: () => loadWords('coordinator'),
  component: InboxScreen,
});
