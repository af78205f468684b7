import { IconHandStop, IconMinus, IconPlus } from '@tabler/icons-react';
import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './hands.module.css';

export const handQuestions = ['fun', 'learned', 'wantMore'] as const;

export interface Hands {
  readonly present: number | '';
  readonly fun: number;
  readonly learned: number;
  readonly wantMore: number;
}

interface HandsProps {
  readonly hands: Hands;
  readonly onChange: (changes: Partial<Hands>) => void;
  /** What a Mantine control of that field takes. */
  readonly field: (path: string) => object;
}

/** Three questions to a class, hands counted by big buttons; everybody at once by one tap. */
export function HandsFields({ hands, onChange, field }: HandsProps) {
  const { t } = useTranslation('appointments');
  const most = hands.present === '' ? 0 : hands.present;
  const set = (name: (typeof handQuestions)[number], value: number) =>
    onChange({ [name]: Math.max(0, Math.min(most, value)) });
  return (
    <>
      <NumberInput label={t('hands.present')} min={1} max={2_000} size="lg" {...field('present')} />
      {handQuestions.map((name) => (
        <div key={name} role="group" aria-label={t(`hands.${name}`)} className={styles.question}>
          <p className={styles.ask}>
            <IconHandStop aria-hidden size={32} stroke={1.5} />
            {t(`hands.${name}`)}
          </p>
          <div className={styles.counter}>
            <button
              type="button"
              aria-label={t('hands.less')}
              disabled={hands[name] <= 0}
              onClick={() => set(name, hands[name] - 1)}
            >
              <IconMinus aria-hidden size={32} />
            </button>
            <output aria-live="polite">{hands[name]}</output>
            <button
              type="button"
              aria-label={t('hands.more')}
              disabled={hands[name] >= most}
              onClick={() => set(name, hands[name] + 1)}
            >
              <IconPlus aria-hidden size={32} />
            </button>
            <button
              type="button"
              className={styles.all}
              disabled={most === 0}
              onClick={() => set(name, most)}
            >
              {t('hands.all')}
            </button>
          </div>
        </div>
      ))}
    </>
  );
}
