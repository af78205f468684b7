import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { healthQuery } from '../api/operations.js';
import { Answered } from '../parts/answered.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import styles from './operations.module.css';

const icons = { ok: IconCircleCheck, error: IconAlertTriangle, away: IconCircleX };

interface Dependency {
  readonly status?: string;
  readonly lag?: number;
}

/** Each service and what it leans on. */
export function HealthOfServices() {
  const { t } = useTranslation('operator');
  const health = useQuery(healthQuery);
  return (
    <section>
      <h2>{t('health')}</h2>
      <Answered query={health} skeleton={<RowsSkeleton rows={3} />}>
        {({ services }) => (
          <ul className={styles.services}>
            {Object.entries(services).map(([name, { status, details }]) => {
              const Icon = icons[status];
              const parts = Object.entries(
                (details as { details?: Record<string, Dependency> } | undefined)?.details ?? {},
              );
              return (
                <li key={name} data-status={status}>
                  <Icon aria-hidden size={22} stroke={1.75} />
                  <div>
                    <strong>{name}</strong> {t(`health.${status}`)}
                    {parts.map(([part, { status: state, lag }]) => (
                      <span key={part}>
                        {part}: {state === 'up' ? t('health.up') : t('health.down')}
                        {typeof lag === 'number' && lag > 0 && `, ${t('health.lag', { count: lag })}`}
                      </span>
                    ))}
                  </div>
                </li>
              );
            })}
          </ul>
        )}
      </Answered>
    </section>
  );
}
