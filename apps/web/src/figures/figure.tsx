import { Link } from '@tanstack/react-router';
import { sayNumber } from '../say/language.js';
import { useLanguage } from '../words/use-language.js';
import type { RowsSearch } from './search.js';
import styles from './figures.module.css';

interface FigureProps {
  readonly value: number;
  readonly label: string;
  readonly more?: string;
  /** The rows of what `more` says, where it is a figure too. */
  readonly moreSearch?: RowsSearch;
  readonly search: RowsSearch;
}

/** A figure large, and the way to its rows. */
export function Figure({ value, label, more, moreSearch, search }: FigureProps) {
  const language = useLanguage();
  return (
    <li className={styles.figure}>
      <Link to="/cijfers/rijen" search={search}>
        <strong>{sayNumber(value, language)}</strong> {label}
      </Link>
      {more && (
        <span>
          {moreSearch ? (
            <Link to="/cijfers/rijen" search={moreSearch}>
              {more}
            </Link>
          ) : (
            more
          )}
        </span>
      )}
    </li>
  );
}
