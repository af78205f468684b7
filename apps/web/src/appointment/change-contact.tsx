import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/commands.js';
import { changeContact, type Match } from '../api/matches.js';
import { peopleQuery } from '../api/people.js';
import { Failure } from '../parts/failure.js';
import { toast } from '../parts/toasts.js';
import type { Side } from './story.js';
import styles from './appointment.module.css';

interface ChangeContactProps {
  readonly match: Match;
  readonly side: Side;
  /** Who it is now. */
  readonly now: string;
}

/** A colleague receives the guest, or goes there: one choice, and the other side hears who. */
export function ChangeContact({ match, side, now }: ChangeContactProps) {
  const { t } = useTranslation('appointments');
  const [chosen, setChosen] = useState('');
  const people = useQuery(
    peopleQuery(
      side === 'school'
        ? { schoolLocation: match.schoolLocationId }
        : { organisation: match.organisationId ?? '' },
    ),
  );
  const change = useCommand(changeContact, {
    changes: ['matches'],
    onDone: () => {
      setChosen('');
      toast(t('contact.changed'));
    },
  });
  const others = (people.data ?? []).filter(({ email, disabled }) => !disabled && email !== now);
  if (others.length === 0) return null;
  return (
    <details className={`${styles.changeContact} not-printed`}>
      <summary>{t(`contact.other.${side}`)}</summary>
      {change.error && <Failure error={change.error} now />}
      <NativeSelect
        label={t('contact.who')}
        value={chosen}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        data={[
          { value: '', label: t('arrange.choose') },
          ...others.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Button
        variant="default"
        disabled={chosen === ''}
        loading={change.isPending}
        onClick={() => change.mutate({ id: match.id, contactId: chosen })}
      >
        {t('contact.change')}
      </Button>
    </details>
  );
}
