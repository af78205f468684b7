import { createFileRoute } from '@tanstack/react-router';
import { UnmetScreen } from '../unmet/unmet-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/onvervuld')({
  loader: () => loadWords('coordinator', 'reader'),
  component: UnmetScreen,
});
