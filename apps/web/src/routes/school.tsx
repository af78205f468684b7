import { createFileRoute } from '@tanstack/react-router';
import { SchoolScreen } from '../school/school-screen.js';
import { loadWords } from '../words/words.js';

export const Route = createFileRoute('/school')({
  loader: () => loadWords('teacher', 'problems'),
  component: SchoolScreen,
});
