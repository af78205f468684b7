import { createFileRoute } from '@tanstack/react-router';
import { SignInScreen } from '../sign-in/sign-in-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/inloggen/')({
  /** `terug`: where somebody was when the session ended; an address of ours. */
  validateSearch: ({ terug }: Record<string, unknown>): { terug?: string } =>
    typeof terug === 'string' && /^\/(?!\/)/.test(terug) ? { terug } : {},
  loader: () => loadWords('sign-in', 'problems'),
  component: function Screen() {
    return <SignInScreen back={Route.useSearch().terug} />;
  },
});
