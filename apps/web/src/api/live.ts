import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { changedBy } from './changed-by.js';

const gathering = 250;

/** While somebody is signed in: what changed elsewhere is asked again, a quarter of a second's changes at once. */
export function useLive(signedIn: boolean): void {
  const queries = useQueryClient();
  useEffect(() => (signedIn ? listen(queries) : undefined), [signedIn, queries]);
}

function listen(queries: QueryClient): () => void {
  const stream = new EventSource('/api/events/stream');
  const old = new Set<string>();
  let timer: number | undefined;
  stream.addEventListener('changed', ({ data }: MessageEvent<string>) => {
    for (const noun of changedBy((JSON.parse(data) as { type: string }).type)) old.add(noun);
    timer ??= window.setTimeout(() => {
      timer = undefined;
      for (const noun of old) void queries.invalidateQueries({ queryKey: [noun] });
      old.clear();
    }, gathering);
  });
  return () => {
    window.clearTimeout(timer);
    stream.close();
  };
}
