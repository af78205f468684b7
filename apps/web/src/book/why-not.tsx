import { Refused } from '../api/problems.js';
import type { components } from '../api/schema.js';
import { useLanguage } from '../words/use-language.js';

type Failure = components['schemas']['FailureView'];

/** What about this group or moment does not fit, as the server says it. */
export function WhyNot({ error }: { readonly error: Error | null }) {
  const language = useLanguage();
  const failures = error instanceof Refused ? error.problem['failures'] : undefined;
  if (!Array.isArray(failures) || failures.length === 0) return null;
  return (
    <ul>
      {(failures as Failure[]).map(({ condition, sentence }) => (
        <li key={condition}>{sentence[language]}</li>
      ))}
    </ul>
  );
}
