import { Kbd, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../parts/dialog.js';
import { useKeysOn } from '../parts/keys.js';
import styles from './board.module.css';

const keys = ['j', 'k', 'a', 'r', 'm', 'u', 'x', 'A', '1', '/', '?'] as const;

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('coordinator');
  const [on, setOn] = useKeysOn();
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <dl className={styles.keys}>
        {keys.map((key) => (
          <div key={key}>
            <dt>
              <Kbd size="md">{key === 'A' ? '⇧ a' : key === '1' ? '1–5' : key}</Kbd>
            </dt>
            <dd>{t(`keys.${key}`)}</dd>
          </div>
        ))}
      </dl>
      <Switch
        label={t('keys.on')}
        checked={on}
        onChange={({ currentTarget }) => setOn(currentTarget.checked)}
      />
    </Dialog>
  );
}
