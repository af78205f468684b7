import { useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconLanguage, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { speak } from '../words/words.js';
import { useLanguage } from '../words/use-language.js';
import styles from './preferences.module.css';

const next = { light: 'dark', dark: 'auto', auto: 'light' } as const;
const icons = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop };

/** The language and the colours of this device. */
export function Preferences() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Icon = icons[colorScheme];
  const other = language === 'nl' ? 'en' : 'nl';
  return (
    <>
      <button type="button" className={styles.button} lang={other} onClick={() => void speak(other)}>
        <IconLanguage aria-hidden size={20} stroke={1.75} />
        {other === 'en' ? 'English' : 'Nederlands'}
      </button>
      <button
        type="button"
        className={styles.button}
        aria-label={`${t(`colours.${colorScheme}`)}, ${t(`colours.to.${next[colorScheme]}`)}`}
        title={t(`colours.${colorScheme}`)}
        onClick={() => setColorScheme(next[colorScheme])}
      >
        <Icon aria-hidden size={20} stroke={1.75} />
      </button>
    </>
  );
}
