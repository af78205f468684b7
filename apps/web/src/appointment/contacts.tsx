import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Match, VisitSheet } from '../api/matches.js';
import { ChangeContact } from './change-contact.js';
import { isEnded, type Side } from './story.js';
import styles from './appointment.module.css';

interface ContactsProps {
  readonly match: Match;
  readonly sheet: VisitSheet | undefined;
  readonly side: Side | undefined;
  /** Whether one answers for that side. */
  readonly mayChange: boolean;
}

/** Who is there on the day, once both said yes. */
export function Contacts({ match, sheet, side, mayChange }: ContactsProps) {
  const { t } = useTranslation('appointments');
  if (!sheet || isEnded(match)) return null;
  const shown = (['school', 'partner'] as const).flatMap((each) => {
    const { contact, name } = sheet[each];
    return contact ? [{ each, name, contact }] : [];
  });
  if (shown.length === 0) return <p className={styles.quiet}>{t('contacts.later')}</p>;
  const own = side && mayChange && sheet[side].contact;
  return (
    <>
      <dl className={styles.contacts}>
        {shown.map(({ each, name, contact }) => (
          <div key={each}>
            <dt>{each === side ? t('contacts.own', { name }) : name}</dt>
            <dd>{contact.name}</dd>
            {contact.phone && (
              <dd>
                <Anchor href={`tel:${contact.phone.replaceAll(' ', '')}`}>{contact.phone}</Anchor>
              </dd>
            )}
            <dd>
              <Anchor href={`mailto:${contact.email}`}>{contact.email}</Anchor>
            </dd>
          </div>
        ))}
      </dl>
      {own && <ChangeContact match={match} side={side} now={own.email} />}
    </>
  );
}
