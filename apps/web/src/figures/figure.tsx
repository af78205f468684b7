import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { sayNumber } from '../say/language.js';
import { useLanguage } from '../words/use-language.js';
import type { ShownFigure } from './shown.js';
import styles from './figures.module.css';

interface FigureLinkProps {
  readonly figure: ShownFigure;
  readonly year: string;
  /** What is read instead of the number alone. */
  readonly children?: ReactNode;
}

/** A figure, and the way to its rows where it has any. */
export function FigureLink({ figure, year, children }: FigureLinkProps) {
  const language = useLanguage();
  const said = children ?? sayNumber(figure.value, language);
  if (figure.value === 0) return said;
  return (
    <Link to="/cijfers/rijen" search={{ year, ...figure.rows }}>
      {said}
    </Link>
  );
}

interface FigureProps {
  readonly figure: ShownFigure;
  readonly year: string;
  readonly label: string;
  readonly more: ReactNode;
}

/** A figure large. */
export function Figure({ figure, year, label, more }: FigureProps) {
  const language = useLanguage();
  return (
    <li className={styles.figure}>
      <Link to="/cijfers/rijen" search={{ year, ...figure.rows }}>
        <strong>{sayNumber(figure.value, language)}</strong> {label}
      </Link>
      <span>{more}</span>
    </li>
  );
}
