import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auditQuery } from '../api/operations.js';
import { Answered } from '../parts/answered.js';
import { Empty } from '../parts/empty.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { sayDay, sayTime } from '../say/dates.js';
import { useLanguage } from '../words/use-language.js';
import styles from './operations.module.css';

/** Who did what, newest first; of one thing when its id is given. */
export function Audit({ object }: { readonly object: string | undefined }) {
  const { t } = useTranslation('operator');
  const language = useLanguage();
  const navigate = useNavigate();
  const [words, setWords] = useState(object ?? '');
  const trail = useQuery(auditQuery(object ? { object } : {}));
  return (
    <section id="spoor">
      <h2>{t('audit')}</h2>
      <form
        className={styles.inline}
        onSubmit={(event) => {
          event.preventDefault();
          void navigate({
            to: '/beheer',
            search: words.trim() ? { object: words.trim() } : {},
            resetScroll: false,
          });
        }}
      >
        <TextInput
          label={t('audit.object')}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {t('audit.find')}
        </Button>
      </form>
      <Answered query={trail} skeleton={<RowsSkeleton />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('audit.none')} />
          ) : (
            <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('audit')}>
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th scope="col">{t('audit.when')}</th>
                    <th scope="col">{t('audit.who')}</th>
                    <th scope="col">{t('audit.did')}</th>
                    <th scope="col">{t('audit.what')}</th>
                    <th scope="col">{t('audit.fields')}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map(({ id, at, actor, action, object: which, fields, how }) => (
                    <tr key={id}>
                      <td>
                        {sayDay(at, language)}, {sayTime(at, language)}
                      </td>
                      <td>{actor}</td>
                      <td>{action}</td>
                      <td>
                        <Link to="/beheer" search={{ object: which }} resetScroll={false}>
                          {which}
                        </Link>
                      </td>
                      <td>{[...fields, ...(how ? [how] : [])].join(', ')}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Answered>
    </section>
  );
}
