import { Link } from '@tanstack/react-router';
import { sayNumber } from '../say/language.js';
import { useLanguage } from '../words/use-language.js';
import type { RowsSearch } from './search.js';
import styles from './figures.module.css';

interface FigureProps {
  readonly value: number;
  readonly label: string;
  readonly more?: string;
  readonly search: RowsSearch;
}

/** A figure large, and the way to its rows. */
export function Figure({ value, label, more, search }: FigureProps) {
  const language = useLanguage();
  return (
    <li className={styles.figure}>
      <Link to="/cijfers/rijen" search={search}>
        <strong>{sayNumber(value, language)}</strong> {label}
      </Link>
      {more && <span>{more}</span>}
    </li>
  );
}
