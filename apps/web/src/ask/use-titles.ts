import { useQuery } from '@tanstack/react-query';
import { catalogueQuery } from '../api/catalogue.js';

/** What offers and their partners are called, by id; undefined while that is on its way. */
export function useTitles(): ReadonlyMap<string, string> | undefined {
  const { data, isPending } = useQuery(catalogueQuery({}));
  if (isPending) return undefined;
  return new Map(
    (data?.items ?? []).flatMap(({ offerId, title, organisation }) => [
      [offerId, title] as const,
      [organisation.id, organisation.name] as const,
    ]),
  );
}
