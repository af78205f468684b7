import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { changedBy } from './changed-by.js';

const gathering = 250;
const again = 5_000;

/** While somebody is signed in: what changed elsewhere is asked again, a quarter of a second's changes at once. */
export function useLive(signedIn: boolean): void {
  const queries = useQueryClient();
  useEffect(() => (signedIn ? listen(queries) : undefined), [signedIn, queries]);
}

function listen(queries: QueryClient): () => void {
  const old = new Set<string>();
  let timer: number | undefined;
  let retry: number | undefined;
  const hear = ({ data }: MessageEvent<string>) => {
    for (const noun of changedBy((JSON.parse(data) as { type: string }).type)) old.add(noun);
    timer ??= window.setTimeout(() => {
      timer = undefined;
      for (const noun of old) void queries.invalidateQueries({ queryKey: [noun] });
      old.clear();
    }, gathering);
  };
  const open = (isAgain: boolean): EventSource => {
    const opened = new EventSource('/api/events/stream');
    opened.addEventListener('changed', hear);
    // A browser goes on by itself after a broken line, not after an answer that says no, as of a server that restarts.
    opened.addEventListener('error', () => {
      if (opened.readyState !== EventSource.CLOSED) return;
      void queries.invalidateQueries({ queryKey: ['me'] });
      retry = window.setTimeout(() => (stream = open(true)), again);
    });
    if (isAgain) opened.addEventListener('open', () => void queries.invalidateQueries(), { once: true });
    return opened;
  };
  let stream = open(false);
  return () => {
    window.clearTimeout(timer);
    window.clearTimeout(retry);
    stream.close();
  };
}
