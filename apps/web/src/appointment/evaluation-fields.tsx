import { Radio, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './appointment.module.css';

export interface Opinion {
  /** From 1 to 5; empty until it is chosen. */
  readonly fit: string;
  readonly again: 'yes' | 'maybe' | 'no';
}

interface EvaluationFieldsProps {
  readonly opinion: Opinion;
  readonly onChange: (changes: Partial<Opinion>) => void;
  readonly error?: ReactNode;
  /** What a Mantine control of that field takes. */
  readonly field: (path: string) => object;
}

const [fits, agains] = [['1', '2', '3', '4', '5'] as const, ['yes', 'maybe', 'no'] as const];

/** How well it fitted, whether again, and a sentence if one likes. */
export function EvaluationFields({ opinion, onChange, error, field }: EvaluationFieldsProps) {
  const { t } = useTranslation('appointments');
  return (
    <>
      <Radio.Group
        size="md"
        label={t('evaluate.fit')}
        value={opinion.fit}
        onChange={(fit) => onChange({ fit })}
        error={error}
      >
        <div className={styles.fits}>
          {fits.map((fit) => (
            <Radio.Card
              key={fit}
              value={fit}
              className={styles.fit}
              aria-label={`${fit}: ${t(`evaluate.fit.${fit}`)}`}
            >
              <strong>{fit}</strong>
              <small aria-hidden>{t(`evaluate.fit.${fit}`)}</small>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      <Radio.Group
        size="md"
        label={t('evaluate.again')}
        value={opinion.again}
        onChange={(chosen) => onChange({ again: agains.find((again) => again === chosen) ?? 'yes' })}
      >
        <div className={styles.row}>
          {agains.map((again) => (
            <Radio size="md" key={again} value={again} label={t(`evaluate.again.${again}`)} />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={t('evaluate.words')}
        description={t('evaluate.words.hint')}
        maxLength={1_000}
        {...field('words')}
      />
    </>
  );
}
