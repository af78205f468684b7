import { Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { messagesQuery, sayMessage } from '../api/matches.js';
import { useNow } from '../api/now.js';
import { Answered } from '../parts/answered.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { localDateOf, sayTime, sayWhen } from '../say/dates.js';
import { useLanguage } from '../words/use-language.js';
import type { Side } from './story.js';
import styles from './appointment.module.css';

/** What both sides and the coordinator say to each other about it. */
export function Thread({ matchId, side }: { readonly matchId: string; readonly side: Side | undefined }) {
  const { t } = useTranslation('appointments');
  const language = useLanguage();
  const now = useNow();
  const messages = useQuery(messagesQuery(matchId));
  const state = useCommandForm({
    name: `message-${matchId}`,
    initial: { text: '' },
    send: (body, keyed) => sayMessage({ id: matchId, body }, keyed),
    changes: ['matches'],
    onDone: () => state.form.setValues({ text: '' }),
  });
  return (
    <section className={styles.section}>
      <h2>{t('messages')}</h2>
      <Answered query={messages} skeleton={<RowsSkeleton rows={2} />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles.quiet}>
              {t(side === 'partner' ? 'messages.none.partner' : 'messages.none')}
            </p>
          ) : (
            <ol className={styles.thread}>
              {items.map(({ id, at, from, mine, text }) => (
                <li key={id} data-mine={mine}>
                  <p className={styles.from}>
                    {mine ? t('you') : from[language]}
                    <span>
                      {sayWhen(at, localDateOf(now), language)}, {sayTime(at, language)}
                    </span>
                  </p>
                  <p className={styles.typed}>{text || t('messages.erased')}</p>
                </li>
              ))}
            </ol>
          )
        }
      </Answered>
      <CommandForm state={state} submit={t('messages.send')}>
        <Textarea
          label={t('messages.write')}
          description={t('messages.hint')}
          maxLength={2_000}
          {...state.field('text')}
        />
      </CommandForm>
    </section>
  );
}
