import { createFileRoute } from '@tanstack/react-router';
import { OrganisationsScreen } from '../organisations/organisations-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/organisaties')({
  loader: () => loadWords('coordinator'),
  component: OrganisationsScreen,
});
