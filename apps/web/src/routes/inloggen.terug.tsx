import { createFileRoute } from '@tanstack/react-router';
import { IssuerScreen } from '../sign-in/issuer-screen.js';
import { loadWords } from '../words/words.js';

const text = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

/** Where an account elsewhere sends people back to. */
export const Route = createFileRoute('/inloggen/terug')({
  validateSearch: ({ code, state, iss }: Record<string, unknown>) => ({
    code: text(code),
    state: text(state),
    iss: text(iss),
  }),
  loader: () => loadWords('sign-in', 'problems'),
  component: function Screen() {
    return <IssuerScreen brought={Route.useSearch()} />;
  },
});
