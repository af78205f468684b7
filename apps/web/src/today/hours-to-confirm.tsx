import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/commands.js';
import { countMatch, type Match } from '../api/matches.js';
import { startOf } from '../appointment/story.js';
import { Failure } from '../parts/failure.js';
import { LinkButton } from '../parts/link-button.js';
import { toast } from '../parts/toasts.js';
import { sayDay } from '../say/dates.js';
import { localeOf } from '../say/language.js';
import { useLanguage } from '../words/use-language.js';
import styles from './today.module.css';

/** The hours as we reckon them: right in one tap, or to be changed on the appointment. */
export function HoursToConfirm({ matches }: { readonly matches: readonly Match[] }) {
  const { t } = useTranslation(['partner', 'appointments']);
  const language = useLanguage();
  const count = useCommand(countMatch, {
    changes: ['matches'],
    onDone: () => toast(t('appointments:done.count')),
  });
  if (matches.length === 0) return null;
  const number = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 2 });
  return (
    <div className={styles.hours}>
      <h3>{t('hours')}</h3>
      {count.error && <Failure error={count.error} now />}
      <ul>
        {matches.map((match) => {
          const { people, ...hours } = match.prefilled.hours;
          return (
            <li key={match.id}>
              <div>
                <strong>{match.title}</strong>, {sayDay(startOf(match), language)}
                <p className={styles.quiet}>
                  {t('hours.reckoned', {
                    count: people,
                    preparation: number.format(hours.preparation),
                    delivery: number.format(hours.delivery),
                    travel: number.format(hours.travel),
                  })}
                </p>
              </div>
              <div className={styles.buttons}>
                <Button
                  variant="outline"
                  loading={count.isPending && count.variables.id === match.id}
                  onClick={() => count.mutate({ id: match.id, body: { people, hours } })}
                >
                  {t('hours.right')}
                </Button>
                <LinkButton to="/afspraken/$matchId" params={{ matchId: match.id }} variant="subtle">
                  {t('hours.otherwise')}
                </LinkButton>
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
