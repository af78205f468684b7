import { createFileRoute } from '@tanstack/react-router';
import { RegionSettingsScreen } from '../region-settings/region-settings-screen.js';
import { OnlyFor } from '../region/only-for.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/regio-instellingen')({
  loader: () => loadWords('coordinator', 'problems'),
  component: function Screen() {
    return (
      <OnlyFor roles={['coordinator']} place="nav.region">
        <RegionSettingsScreen />
      </OnlyFor>
    );
  },
});
