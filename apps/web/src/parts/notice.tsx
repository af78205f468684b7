import { IconAlertTriangle, IconCircleCheck, IconClockHour4, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './notice.module.css';

export type Tone = 'sun' | 'meadow' | 'brick' | 'sky';

const icons = { sun: IconClockHour4, meadow: IconCircleCheck, brick: IconAlertTriangle, sky: IconInfoCircle };

interface NoticeProps {
  /** sun: waits for you · meadow: done · brick: refused or late · sky: good to know. */
  readonly tone: Tone;
  readonly title: string;
  readonly children?: ReactNode;
  /** Read aloud at once; for what just happened. */
  readonly now?: boolean;
}

export function Notice({ tone, title, children, now = false }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <div className={styles.notice} data-tone={tone} {...(now ? { role: 'alert' } : {})}>
      <Icon aria-hidden size={24} stroke={1.75} className={styles.icon} />
      <div>
        <p className={styles.title}>{title}</p>
        {children && <div className={styles.text}>{children}</div>}
      </div>
    </div>
  );
}
