import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/commands.js';
import { dropParked, parkedEventQuery, parkedQuery, replayParked, type Parked } from '../api/operations.js';
import { Answered } from '../parts/answered.js';
import { Dialog } from '../parts/dialog.js';
import { Failure } from '../parts/failure.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { Notice } from '../parts/notice.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { toast } from '../parts/toasts.js';
import { sayDay, sayTime } from '../say/dates.js';
import { useLanguage } from '../words/use-language.js';
import styles from './operations.module.css';

/** Messages that a service could not handle: look, do it again, or put it away with a reason. */
export function ParkedEvents() {
  const { t } = useTranslation('operator');
  const parked = useQuery(parkedQuery);
  return (
    <section>
      <h2>{t('parked')}</h2>
      <p>{t('parked.what')}</p>
      <Answered query={parked} skeleton={<RowsSkeleton rows={2} />}>
        {({ items }) => {
          const waiting = items.filter(({ state }) => state === 'parked');
          return waiting.length === 0 ? (
            <Notice tone="meadow" title={t('parked.none')} />
          ) : (
            <ul className={styles.rows}>
              {waiting.map((each) => (
                <li key={each.id}>
                  <ParkedLine parked={each} />
                </li>
              ))}
            </ul>
          );
        }}
      </Answered>
    </section>
  );
}

function ParkedLine({ parked }: { readonly parked: Parked }) {
  const { t } = useTranslation('operator');
  const language = useLanguage();
  const [open, setOpen] = useState<'event' | 'drop'>();
  const replay = useCommand(replayParked, {
    changes: ['parked'],
    onDone: () => toast(t('parked.replayed')),
  });
  const { id, service, topic, why, reason, parkedAt, key } = parked;
  return (
    <>
      <div>
        <strong>
          {service}: {t(`parked.why.${why}`)}
        </strong>
        <span>{reason}</span>
        <span>
          {topic} · {key} · {sayDay(parkedAt, language)}, {sayTime(parkedAt, language)}
        </span>
        {replay.error && <Failure error={replay.error} now />}
      </div>
      <div className={styles.buttons}>
        <Button loading={replay.isPending} onClick={() => replay.mutate(id)}>
          {t('parked.replay')}
        </Button>
        <Button variant="default" onClick={() => setOpen('event')}>
          {t('parked.show')}
        </Button>
        <Button variant="default" onClick={() => setOpen('drop')}>
          {t('parked.drop')}
        </Button>
      </div>
      {open === 'event' && <EventDialog id={id} onClose={() => setOpen(undefined)} />}
      {open === 'drop' && <DropDialog id={id} onClose={() => setOpen(undefined)} />}
    </>
  );
}

interface ParkedDialogProps {
  readonly id: string;
  readonly onClose: () => void;
}

function EventDialog({ id, onClose }: ParkedDialogProps) {
  const { t } = useTranslation('operator');
  const parked = useQuery(parkedEventQuery(id));
  return (
    <Dialog title={t('parked.event')} onClose={onClose}>
      <Answered query={parked} skeleton={<RowsSkeleton rows={4} />}>
        {({ event }) => (
          <pre className={styles.event} tabIndex={0}>
            {event ? prettily(event) : t('parked.unreadable')}
          </pre>
        )}
      </Answered>
    </Dialog>
  );
}

function prettily(event: string): string {
  try {
    return JSON.stringify(JSON.parse(event), null, 2);
  } catch {
    return event;
  }
}

function DropDialog({ id, onClose }: ParkedDialogProps) {
  const { t } = useTranslation('operator');
  const state = useCommandForm({
    name: `parked-${id}`,
    initial: { reason: '' },
    keepsDraft: false,
    send: ({ reason }: { reason: string }, keyed) => dropParked({ id, reason }, keyed),
    changes: ['parked'],
    onDone: () => {
      toast(t('parked.dropped'));
      onClose();
    },
  });
  return (
    <Dialog title={t('parked.drop')} onClose={onClose}>
      <p>{t('parked.drop.what')}</p>
      <CommandForm state={state} submit={t('parked.drop')}>
        <TextInput label={t('parked.reason')} required data-autofocus {...state.field('reason')} />
      </CommandForm>
    </Dialog>
  );
}
