import { createFileRoute } from '@tanstack/react-router';
import { AppointmentScreen } from '../appointment/appointment-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/afspraken/$matchId/')({
  loader: () => loadWords('appointments', 'catalogue', 'problems'),
  component: function Screen() {
    const { matchId } = Route.useParams();
    return <AppointmentScreen key={matchId} id={matchId} />;
  },
});
