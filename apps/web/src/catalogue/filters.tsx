import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Taxonomy } from '../api/facts.js';
import { useLanguage } from '../words/use-language.js';
import type { CatalogueSearch } from './search.js';
import styles from './filters.module.css';

interface FiltersProps {
  readonly search: CatalogueSearch;
  readonly sectors: Taxonomy['sectors'] | undefined;
  readonly onChoose: (changes: Partial<CatalogueSearch>) => void;
}

const distances = ['5', '10', '15', '25', '50'];

/** What is chosen from a list counts at once; what is typed when it is sent or left. */
export function Filters({ search, sectors, onChoose }: FiltersProps) {
  const { t } = useTranslation('catalogue');
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const [near, setNear] = useState(search.near ?? '');
  const [words, setWords] = useState(search.words ?? '');
  const place = near.trim() || undefined;
  const sector = sectors?.find(({ id }) => id === search.sector);
  const applyTyped = () => {
    const typed = words.trim() || undefined;
    if (typed !== search.words) onChoose({ words: typed });
    if (place !== search.near) onChoose({ near: place, km: place ? (search.km ?? 15) : undefined });
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    applyTyped();
  };
  const choice = (name: 'km' | 'sector' | 'grade', value: string) => {
    if (name === 'km') onChoose({ km: value ? Number(value) : undefined });
    else if (name === 'grade') onChoose({ grade: value || undefined });
    else onChoose({ sector: (value || undefined) as CatalogueSearch['sector'], grade: undefined });
  };
  return (
    <form className={styles.filters} data-open={open} onSubmit={send} role="search" aria-label={t('filters')}>
      <TextInput
        label={t('near')}
        placeholder={t('near.example')}
        autoComplete="postal-code"
        value={near}
        onChange={({ currentTarget }) => setNear(currentTarget.value)}
        onBlur={applyTyped}
      />
      <NativeSelect
        label={t('km')}
        disabled={!search.near}
        value={String(search.km ?? '')}
        onChange={({ currentTarget }) => choice('km', currentTarget.value)}
        data={[
          { value: '', label: t('km.any') },
          ...distances.map((km) => ({ value: km, label: t('km.within', { km }) })),
        ]}
      />
      <NativeSelect
        label={t('sector')}
        value={search.sector ?? ''}
        onChange={({ currentTarget }) => choice('sector', currentTarget.value)}
        data={[
          { value: '', label: t('sector.any') },
          ...(sectors ?? []).map(({ id, label }) => ({ value: id, label: label[language] })),
        ]}
      />
      {sector && sector.grades.length > 0 && (
        <NativeSelect
          label={capital(sector.gradeWord[language])}
          value={search.grade ?? ''}
          onChange={({ currentTarget }) => choice('grade', currentTarget.value)}
          data={[{ value: '', label: t('grade.any') }, ...sector.grades]}
        />
      )}
      <TextInput
        type="date"
        label={t('from')}
        value={search.from ?? ''}
        onChange={({ currentTarget }) => onChoose({ from: currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        label={t('to')}
        min={search.from}
        value={search.to ?? ''}
        onChange={({ currentTarget }) => onChoose({ to: currentTarget.value || undefined })}
      />
      <TextInput
        type="search"
        label={t('words')}
        placeholder={t('words.example')}
        maxLength={80}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
        onBlur={applyTyped}
      />
      <Button type="submit" className={styles.send ?? ''}>
        {t('search')}
      </Button>
      <Button
        variant="subtle"
        className={styles.toggle ?? ''}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {open ? t('fewer-filters') : t('more-filters')}
      </Button>
    </form>
  );
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
