import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Match } from '../api/matches.js';
import styles from './appointment.module.css';
import type { Side } from './story.js';

interface CountFieldsProps {
  readonly side: Side;
  /** What stands there when it is left empty. */
  readonly prefilled: Match['prefilled'];
  /** What a Mantine control of that field takes. */
  readonly field: (path: string) => object;
}

/** Counting is one tap: what was planned stands there already. */
export function CountFields({ side, prefilled, field }: CountFieldsProps) {
  const { t } = useTranslation('appointments');
  const { count, hours } = prefilled;
  const fields =
    side === 'school'
      ? ([
          ['count.pupils', count.pupils],
          ['count.adults', count.adults],
          ['count.groups', count.groups],
        ] as const)
      : ([
          ['hours.people', hours.people],
          ['hours.preparation', hours.preparation],
          ['hours.delivery', hours.delivery],
          ['hours.travel', hours.travel],
        ] as const);
  return (
    <div className={styles.numbers}>
      {fields.map(([name, known]) => (
        <NumberInput
          key={name}
          label={t(name)}
          placeholder={String(known).replace('.', ',')}
          min={0}
          step={name.startsWith('hours') && name !== 'hours.people' ? 0.5 : 1}
          decimalSeparator=","
          {...field(name)}
        />
      ))}
    </div>
  );
}
