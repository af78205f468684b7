import { useQuery } from '@tanstack/react-query';
import type { CatalogueItem } from '../api/catalogue.js';
import { taxonomyQuery } from '../api/facts.js';
import { sayAudience } from '../say/audience.js';
import { useLanguage } from '../words/use-language.js';

/** Says for whom an offer is; nothing until the words of the sectors are there. */
export function useAudience(short = false): (audience: CatalogueItem['audience']) => string {
  const language = useLanguage();
  const { data } = useQuery(taxonomyQuery);
  return (audience) => (data ? sayAudience(audience, data.sectors, { language, short }) : '');
}
