import { useTranslation } from 'react-i18next';
import type { Proposal } from '../api/board.js';
import { useLanguage } from '../words/use-language.js';
import styles from './board.module.css';

/** How much each part counts (the width of its bar) and how much of that it reached (what is filled). */
export function Parts({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation('coordinator');
  const language = useLanguage();
  const { parts } = proposal.explanation;
  const heaviest = Math.max(...parts.map(({ weight }) => weight), 0.01);
  return (
    <table className={styles.parts}>
      <caption>{t('parts')}</caption>
      <tbody>
        {parts.map(({ part, value, weight, sentence }) => (
          <tr key={part}>
            <th scope="row">{t(`part.${part}`)}</th>
            <td>
              <span className={styles.bar} style={{ width: `${Math.max(8, (weight / heaviest) * 100)}%` }}>
                <span style={{ width: `${value * 100}%` }} />
              </span>
              <span className={styles.hidden}>{t('parts.value', { percent: Math.round(value * 100) })} </span>
              <span className={styles.sentence}>{sentence[language]}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
