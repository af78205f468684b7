import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Taxonomy } from '../api/facts.js';
import { WorldDrawing, worlds } from '../look/drawings/worlds.js';
import { useLanguage } from '../words/use-language.js';
import styles from './worlds.module.css';

interface WorldsProps {
  readonly taxonomy: Taxonomy | undefined;
  readonly chosen: string | undefined;
  readonly onChoose: (theme: string | undefined) => void;
}

/** One theme as the seven worlds; the same one again lets go of it. */
export function Worlds({ taxonomy, chosen, onChoose }: WorldsProps) {
  const { t } = useTranslation('catalogue');
  const language = useLanguage();
  const labelOf = (id: string) => taxonomy?.themes.find((theme) => theme.id === id)?.label[language];
  return (
    <div role="group" aria-label={t('worlds')} className={styles.worlds}>
      {worlds.map((world) => (
        <button
          key={world}
          type="button"
          className={styles.world}
          aria-pressed={chosen?.split('/')[0] === world}
          onClick={() => onChoose(chosen === world ? undefined : world)}
        >
          <WorldDrawing theme={world} size={56} />
          <span>{labelOf(world) ?? <Skeleton height={16} width={90} />}</span>
        </button>
      ))}
    </div>
  );
}
