import { Button, NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/commands.js';
import { addSlots, changeOffer, type Offer } from '../api/offers.js';
import { Dialog } from '../parts/dialog.js';
import { Failure } from '../parts/failure.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { toast } from '../parts/toasts.js';
import { sayLongDay } from '../say/dates.js';
import { withOffset } from '../say/offsets.js';
import { useLanguage } from '../words/use-language.js';
import { laterBy } from './clock.js';
import type { Amount } from './offer-words.js';
import styles from './offers.module.css';

interface DayDialogProps {
  readonly offer: Offer;
  /** `2027-01-12`; to be chosen when left out. */
  readonly day: string | undefined;
  /** Something is promised on that day. */
  readonly hasAppointments: boolean;
  readonly onClose: () => void;
}

interface MomentWords {
  readonly day: string;
  readonly start: string;
  readonly end: string;
  readonly groups: Amount;
}

/** One moment more on a day, or the whole day not. */
export function DayDialog({ offer, day, hasAppointments, onClose }: DayDialogProps) {
  const { t } = useTranslation('partner');
  const language = useLanguage();
  const changes = ['offers', 'catalogue'];
  const minutes = offer.durationMinutes * offer.lessonsPerVisit;
  const state = useCommandForm<MomentWords, Offer>({
    name: `moment-${offer.id}-${day ?? 'new'}`,
    initial: { day: day ?? '', start: '09:00', end: laterBy('09:00', minutes), groups: 1 },
    keepsDraft: false,
    changes,
    send: (words, keyed) => {
      const on = (time: string) => withOffset(`${words.day || '2000-01-01'}T${time}`);
      const groups = words.groups === '' ? {} : { groups: words.groups };
      return addSlots(
        { id: offer.id, slots: [{ start: on(words.start), end: on(words.end), ...groups }] },
        keyed,
      );
    },
    onDone: () => {
      toast(t('moment.added'));
      onClose();
    },
  });
  const isClosed = day !== undefined && offer.closedOn.includes(day);
  const close = useCommand(changeOffer, {
    changes,
    onDone: () => {
      toast(t(isClosed ? 'day.opened' : 'day.closed.done'));
      onClose();
    },
  });
  const { values } = state.form;
  const toggled =
    day && isClosed ? offer.closedOn.filter((each) => each !== day) : [...offer.closedOn, day ?? ''];
  return (
    <Dialog title={day ? sayLongDay(day, language) : t('moment.add')} onClose={onClose}>
      {isClosed ? (
        <p>{t('day.is-closed')}</p>
      ) : (
        <CommandForm state={state} submit={t('moment.add.send')}>
          {!day && <TextInput type="date" label={t('moment.day')} {...state.field('day')} />}
          <div className={styles.few}>
            <TextInput
              type="time"
              label={t('moment.start')}
              {...state.field('start')}
              onChange={({ currentTarget }) =>
                state.form.setValues({
                  start: currentTarget.value,
                  end: laterBy(currentTarget.value, minutes),
                })
              }
            />
            <TextInput type="time" label={t('moment.end')} {...state.field('end')} />
            <NumberInput label={t('moment.groups')} min={1} max={50} {...state.field('groups')} />
          </div>
          <p className={styles.quiet}>{t('moment.room', { count: minutes })}</p>
        </CommandForm>
      )}
      {close.error && <Failure error={close.error} now />}
      {day && hasAppointments && !isClosed && <p className={styles.quiet}>{t('day.close.stays')}</p>}
      {day && (
        <Button
          mt={16}
          variant="default"
          loading={close.isPending}
          disabled={values.day === ''}
          onClick={() => close.mutate({ id: offer.id, rev: offer.rev, body: { closedOn: toggled } })}
        >
          {t(isClosed ? 'day.open' : 'day.close')}
        </Button>
      )}
    </Dialog>
  );
}
