import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { taxonomyQuery } from '../api/facts.js';
import { Worlds } from '../catalogue/worlds.js';
import { worlds } from '../look/drawings/worlds.js';
import { Chips } from '../parts/chips.js';
import { useLanguage } from '../words/use-language.js';
import styles from './ask.module.css';

interface ThemeChoiceProps {
  readonly chosen: readonly string[];
  readonly onChange: (themes: readonly string[]) => void;
}

/** One of the seven worlds; finer, or one of the other themes, behind one more click. */
export function ThemeChoice({ chosen, onChange }: ThemeChoiceProps) {
  const { t } = useTranslation('teacher');
  const language = useLanguage();
  const { data: taxonomy } = useQuery(taxonomyQuery);
  const themes = taxonomy?.themes ?? [];
  const roots = [...new Set(chosen.map((theme) => theme.split('/')[0]))];
  const choiceOf = ({ id, label }: (typeof themes)[number]) => ({ id, label: label[language] });
  const finer = themes.filter(({ parent }) => parent !== null && roots.includes(parent));
  const other = themes.filter(({ id, parent }) => parent === null && !worlds.some((world) => world === id));
  const refine = (parts: string[]) => {
    const bare = roots.filter((root) => root && !parts.some((part) => part.startsWith(`${root}/`)));
    onChange(parts.length > 0 ? parts.slice(-5) : (bare as string[]));
  };
  return (
    <>
      <Worlds
        taxonomy={taxonomy}
        chosen={roots[0]}
        onChoose={(theme) => onChange(theme && theme !== roots[0] ? [theme] : [])}
      />
      <div className={styles.finer}>
        {finer.length > 0 && (
          <details open={chosen.some((theme) => theme.includes('/'))}>
            <summary>{t('ask.finer')}</summary>
            <Chips
              label={t('ask.finer')}
              choices={finer.map(choiceOf)}
              chosen={chosen.filter((theme) => theme.includes('/'))}
              onChange={refine}
            />
          </details>
        )}
        {other.length > 0 && (
          <details open={other.some(({ id }) => roots.includes(id))}>
            <summary>{t('ask.other-themes')}</summary>
            <Chips
              single
              label={t('ask.other-themes')}
              choices={other.map(choiceOf)}
              chosen={roots.flatMap((root) => root ?? [])}
              onChange={onChange}
            />
          </details>
        )}
      </div>
    </>
  );
}
