import { Button } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './board.module.css';

interface MarkedProps {
  readonly count: number;
  readonly onApprove: () => void;
  readonly onClear: () => void;
  readonly onHelp: () => void;
}

/** What can be done with all that is marked; with nothing marked, how to go about it. */
export function Marked({ count, onApprove, onClear, onHelp }: MarkedProps) {
  const { t } = useTranslation('coordinator');
  return (
    <div className={`${styles.marked} not-printed`}>
      {count > 0 ? (
        <>
          <Button size="compact-md" onClick={onApprove}>
            {t('approve.marked', { count })}
          </Button>
          <Button size="compact-md" variant="subtle" onClick={onClear}>
            {t('clear-marks')}
          </Button>
        </>
      ) : (
        <span className={styles.hint}>{t('board.hint')}</span>
      )}
      <Button
        size="compact-md"
        variant="subtle"
        leftSection={<IconKeyboard aria-hidden size={20} />}
        onClick={onHelp}
        className={styles.help ?? ''}
      >
        {t('keys')}
      </Button>
    </div>
  );
}
