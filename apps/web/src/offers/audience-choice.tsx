import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Taxonomy } from '../api/facts.js';
import type { Audience } from '../api/offers.js';
import { Chips } from '../parts/chips.js';
import { useLanguage } from '../words/use-language.js';
import styles from './offers.module.css';

interface AudienceChoiceProps {
  readonly sectors: Taxonomy['sectors'];
  readonly audience: readonly Audience[];
  readonly onChange: (audience: Audience[]) => void;
}

/** Kinds of schools, and of each the years and levels (none chosen is all of them) and how many adults come along. */
export function AudienceChoice({ sectors, audience, onChange }: AudienceChoiceProps) {
  const { t } = useTranslation('partner');
  const language = useLanguage();
  const chosen = [...new Set(audience.map(({ sector }) => sector))];
  const put = (changed: Audience, changes: Partial<Audience>) =>
    onChange(audience.map((part) => (part === changed ? { ...part, ...changes } : part)));
  const perAdult = (changed: Audience, pupils: number | string) => {
    const { pupilsPerAdult: _, ...bare } = changed;
    const next = pupils === '' ? bare : { ...bare, pupilsPerAdult: Number(pupils) };
    onChange(audience.map((part) => (part === changed ? next : part)));
  };
  return (
    <>
      <Chips
        label={t('form.audience')}
        choices={sectors.map(({ id, label }) => ({ id: id as Audience['sector'], label: label[language] }))}
        chosen={chosen}
        onChange={(ids) =>
          onChange(
            ids.flatMap((sector) => {
              const known = audience.filter((part) => part.sector === sector);
              return known.length > 0 ? known : [{ sector }];
            }),
          )
        }
      />
      {sectors.flatMap(({ id, label, gradeWord, grades, levels }) =>
        audience
          .filter(({ sector }) => sector === id)
          .map((part, i) => (
            <div key={`${id} ${i}`} className={styles.years}>
              <p>
                {label[language]}: {gradeWord[language].toLowerCase()} <small>{t('form.audience.all')}</small>
              </p>
              <Chips
                label={`${label[language]}: ${gradeWord[language]}`}
                choices={grades.map((grade) => ({ id: grade, label: grade }))}
                chosen={part.grades ?? []}
                onChange={(years) => put(part, { grades: years.toSorted() })}
              />
              {levels.length > 0 && (
                <Chips
                  label={t('form.levels')}
                  choices={levels.map((level) => ({ id: level, label: level }))}
                  chosen={part.levels ?? []}
                  onChange={(some) => put(part, { levels: some as NonNullable<Audience['levels']> })}
                />
              )}
              <NumberInput
                label={t('form.per-adult', { sector: label[language] })}
                min={1}
                max={100}
                allowDecimal={false}
                mt={12}
                maw={320}
                value={part.pupilsPerAdult ?? ''}
                onChange={(pupils) => perAdult(part, pupils)}
              />
            </div>
          )),
      )}
    </>
  );
}
