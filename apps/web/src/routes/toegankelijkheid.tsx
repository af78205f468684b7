import { createFileRoute } from '@tanstack/react-router';
import { AccessibilityScreen } from '../accessibility/accessibility-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/toegankelijkheid')({
  loader: () => loadWords('catalogue'),
  component: AccessibilityScreen,
});
