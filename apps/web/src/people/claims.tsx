import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/commands.js';
import { useToday } from '../api/now.js';
import { claimsQuery, confirmClaim, refuseClaim, type Claim } from '../api/people.js';
import { Dialog } from '../parts/dialog.js';
import { Failure } from '../parts/failure.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { toast } from '../parts/toasts.js';
import { sayWhen } from '../say/dates.js';
import { useLanguage } from '../words/use-language.js';
import styles from './people.module.css';

const nouns = ['claims', 'people', 'inbox', 'requests', 'proposals'];

/** Who says to teach somewhere: one click confirms the person and what they asked for. */
export function Claims() {
  const { t } = useTranslation('coordinator');
  const claims = (useQuery(claimsQuery).data ?? []).filter(({ state }) => state === 'open');
  if (claims.length === 0) return null;
  return (
    <section>
      <h2>{t('claims')}</h2>
      <ul className={styles.people}>
        {claims.map((claim) => (
          <li key={claim.id}>
            <ClaimLine claim={claim} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ClaimLine({ claim }: { readonly claim: Claim }) {
  const { t } = useTranslation('coordinator');
  const language = useLanguage();
  const today = useToday();
  const [refusing, setRefusing] = useState(false);
  const confirm = useCommand(confirmClaim, {
    changes: nouns,
    onDone: () => toast(t('claims.confirmed')),
  });
  const { id, name, email, schoolLocation, claimedAt } = claim;
  return (
    <>
      <div>
        <strong>{name}</strong>
        <span>
          {t('claims.says', { school: schoolLocation.name, when: sayWhen(claimedAt, today, language) })}
        </span>
        <a href={`mailto:${email}`}>{email}</a>
        {confirm.error && <Failure error={confirm.error} now />}
      </div>
      <div className={styles.buttons}>
        <Button loading={confirm.isPending} onClick={() => confirm.mutate({ id })}>
          {t('claims.confirm')}
        </Button>
        <Button variant="default" onClick={() => setRefusing(true)}>
          {t('claims.refuse')}
        </Button>
      </div>
      {refusing && <RefuseDialog id={id} name={name} onClose={() => setRefusing(false)} />}
    </>
  );
}

interface RefuseDialogProps {
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
}

function RefuseDialog({ id, name, onClose }: RefuseDialogProps) {
  const { t } = useTranslation('coordinator');
  const state = useCommandForm({
    name: `claim-${id}`,
    initial: { reason: '' },
    keepsDraft: false,
    send: ({ reason }: { reason: string }, keyed) => refuseClaim({ id, reason }, keyed),
    changes: nouns,
    onDone: () => {
      toast(t('claims.refused'));
      onClose();
    },
  });
  return (
    <Dialog title={t('claims.refuse-of', { name })} onClose={onClose}>
      <CommandForm state={state} submit={t('claims.refuse')}>
        <TextInput
          label={t('claims.reason')}
          description={t('claims.reason.who')}
          required
          data-autofocus
          {...state.field('reason')}
        />
      </CommandForm>
    </Dialog>
  );
}
