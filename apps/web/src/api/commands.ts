import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { confirmItIsYou } from '../sign-in/confirm-it-is-you.js';
import { CommandKeys } from './keys.js';
import { NotReached, Refused, isWorthRetrying, retryDelay } from './problems.js';

/** What `params.header` of a POST wants. */
export interface Keyed {
  readonly 'Idempotency-Key': string;
}

interface CommandOptions<Answer> {
  /** The first words of the query keys that this makes old: `['matches', 'requests']`. */
  readonly changes: readonly string[];
  readonly onDone?: (answer: Answer) => void;
}

/**
 * The one way to change something. Sends again by itself while nobody answers, always with the same key; asks for the
 * passkey where the server wants it and then goes on; makes the queries that it changes old.
 */
export function useCommand<Said, Answer>(
  send: (said: Said, keyed: Keyed) => Promise<Answer>,
  { changes, onDone }: CommandOptions<Answer>,
) {
  const [keys] = useState(() => new CommandKeys(() => crypto.randomUUID()));
  const queries = useQueryClient();
  return useMutation<Answer, Error, Said>({
    mutationFn: async (said) => {
      const keyed = { 'Idempotency-Key': keys.keyFor(said) };
      try {
        return await send(said, keyed);
      } catch (error) {
        if (!(error instanceof Refused && error.code === 'access.step-up-needed')) throw error;
        await confirmItIsYou();
        return await send(said, keyed);
      }
    },
    retry: isWorthRetrying,
    retryDelay,
    networkMode: 'always',
    onSuccess: async (answer) => {
      keys.answered();
      onDone?.(answer);
      await Promise.all(changes.map((first) => queries.invalidateQueries({ queryKey: [first] })));
    },
    onError: (error) => {
      if (!(error instanceof NotReached)) keys.answered();
    },
  });
}
