import { useEffect, useRef, type ReactNode } from 'react';
import { useArrival } from '../shell/arrivals.js';
import styles from './page.module.css';

interface PageProps {
  readonly title: string;
  /** One or two sentences under the title. */
  readonly intro?: ReactNode;
  /** Uses the width, as the board does; else at most 72 characters of text. */
  readonly wide?: boolean;
  /** Beside the title: the one thing to do here. */
  readonly action?: ReactNode;
  readonly children?: ReactNode;
}

/** Every screen is one: names the tab, and whoever came by a link hears and finds its heading. */
export function Page({ title, intro, wide = false, action, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const cameByLink = useArrival();
  useEffect(() => {
    document.title = `${title} · Leerbrug`;
  }, [title]);
  useEffect(() => {
    if (cameByLink) heading.current?.focus({ preventScroll: true });
  }, [cameByLink]);
  return (
    <div className={wide ? styles.wide : styles.text}>
      <div className={styles.top}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {action}
      </div>
      {intro && <p className={styles.intro}>{intro}</p>}
      {children}
    </div>
  );
}
