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

/** Kinds of schools, and of each the years and levels; none chosen is all of them. */
export function AudienceChoice({ sectors, audience, onChange }: AudienceChoiceProps) {
  const { t } = useTranslation('partner');
  const language = useLanguage();
  const chosen = audience.map(({ sector }) => sector);
  const put = (sector: string, changes: Partial<Audience>) =>
    onChange(audience.map((part) => (part.sector === sector ? { ...part, ...changes } : part)));
  return (
    <>
      <Chips
        label={t('form.audience')}
        choices={sectors.map(({ id, label }) => ({ id: id as Audience['sector'], label: label[language] }))}
        chosen={chosen}
        onChange={(ids) =>
          onChange(ids.map((sector) => audience.find((part) => part.sector === sector) ?? { sector }))
        }
      />
      {sectors
        .filter(({ id }) => chosen.some((sector) => sector === id))
        .map(({ id, label, gradeWord, grades, levels }) => {
          const part = audience.find(({ sector }) => sector === id);
          return (
            <div key={id} className={styles.years}>
              <p>
                {label[language]}: {gradeWord[language].toLowerCase()} <small>{t('form.audience.all')}</small>
              </p>
              <Chips
                label={`${label[language]}: ${gradeWord[language]}`}
                choices={grades.map((grade) => ({ id: grade, label: grade }))}
                chosen={part?.grades ?? []}
                onChange={(years) => put(id, { grades: years.toSorted() })}
              />
              {levels.length > 0 && (
                <Chips
                  label={t('form.levels')}
                  choices={levels.map((level) => ({ id: level, label: level }))}
                  chosen={part?.levels ?? []}
                  onChange={(some) => put(id, { levels: some as NonNullable<Audience['levels']> })}
                />
              )}
            </div>
          );
        })}
    </>
  );
}
