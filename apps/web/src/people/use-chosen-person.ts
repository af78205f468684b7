import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { personQuery } from '../api/people.js';

/** Whoever is chosen already, by the name that one may see of them; undefined when nobody is. */
export function useChosenPerson(id: string): { readonly id: string; readonly name: string } | undefined {
  const { t } = useTranslation('coordinator');
  const { data, isError } = useQuery(personQuery(id));
  if (id === '') return undefined;
  return { id, name: data?.answer.name ?? (isError ? t('people.unseen') : '…') };
}
