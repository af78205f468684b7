import type { ReactNode } from 'react';
import { Bridge } from '../look/bridge.js';
import styles from './notice.module.css';

interface EmptyProps {
  /** What will be here. */
  readonly title: string;
  readonly children?: ReactNode;
  /** The one thing to do now. */
  readonly next?: ReactNode;
}

export function Empty({ title, children, next }: EmptyProps) {
  return (
    <div className={styles.empty}>
      <Bridge width={96} crossed={0.55} />
      <p className={styles.emptyTitle}>{title}</p>
      {children && <p className={styles.emptyText}>{children}</p>}
      {next}
    </div>
  );
}
