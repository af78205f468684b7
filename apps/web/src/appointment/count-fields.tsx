import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './appointment.module.css';
import type { Side } from './story.js';

interface CountFieldsProps {
  readonly side: Side;
  /** What a Mantine control of that field takes. */
  readonly field: (path: string) => object;
}

/** Counting is one tap: what was planned stands there already. */
export function CountFields({ side, field }: CountFieldsProps) {
  const { t } = useTranslation('appointments');
  const names =
    side === 'school'
      ? (['count.pupils', 'count.adults', 'count.groups'] as const)
      : (['hours.people', 'hours.preparation', 'hours.delivery', 'hours.travel'] as const);
  return (
    <div className={styles.numbers}>
      {names.map((name) => (
        <NumberInput
          key={name}
          label={t(name)}
          min={0}
          step={name.startsWith('hours') && name !== 'hours.people' ? 0.5 : 1}
          decimalSeparator=","
          {...field(name)}
        />
      ))}
    </div>
  );
}
