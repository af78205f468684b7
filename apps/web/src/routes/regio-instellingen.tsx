import { createFileRoute } from '@tanstack/react-router';
import { RegionSettingsScreen } from '../region-settings/region-settings-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/regio-instellingen')({
  loader: () => loadWords('coordinator'),
  component: RegionSettingsScreen,
});
