import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerCall, type Call } from '../api/calls.js';
import { taxonomyQuery } from '../api/facts.js';
import { useToday } from '../api/now.js';
import { ownOffersQuery } from '../api/offers.js';
import { Facts } from '../offer/facts.js';
import { laterBy } from '../offers/clock.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { toast } from '../parts/toasts.js';
import { sayAudience } from '../say/audience.js';
import { sayWhen } from '../say/dates.js';
import { withOffset } from '../say/offsets.js';
import { sayWindow } from '../say/wish.js';
import { useLanguage } from '../words/use-language.js';
import styles from './today.module.css';

/** Requests that no offer meets, and whether we can. */
export function CallsToUs({ calls }: { readonly calls: readonly Call[] }) {
  const { t } = useTranslation('partner');
  const language = useLanguage();
  const today = useToday();
  const [answering, setAnswering] = useState<string>();
  return (
    <div className={styles.cards}>
      {calls.map((call) => (
        <article key={call.id} className={styles.question} aria-label={t('call')}>
          <h3>{t('call')}</h3>
          <p className={styles.move}>{t('call.by', { day: sayWhen(call.answerBy, today, language) })}</p>
          {call.asked && <AskedFor asked={call.asked} />}
          {call.note && <blockquote>{call.note}</blockquote>}
          {answering === call.id ? (
            <AnswerForm call={call} />
          ) : (
            <Button onClick={() => setAnswering(call.id)}>{t('call.we-can')}</Button>
          )}
        </article>
      ))}
    </div>
  );
}

/** What a yes needs to know. */
function AskedFor({ asked }: { readonly asked: NonNullable<Call['asked']> }) {
  const { t } = useTranslation(['partner', 'catalogue']);
  const language = useLanguage();
  const sectors = useQuery(taxonomyQuery).data?.sectors ?? [];
  const pupils = asked.groups.reduce((sum, group) => sum + group.pupils, 0);
  return (
    <Facts
      facts={[
        { label: t('call.asked'), text: `${asked.title} (${t(`catalogue:kind.${asked.kind}`)})` },
        {
          label: t('call.for'),
          text: `${sayAudience(asked.groups, sectors, { language })}, ${t('call.pupils', { count: pupils })}`,
        },
        {
          label: t('call.when'),
          text: asked.windows.map((window) => sayWindow(window, language)).join('\n'),
        },
        ...(asked.town ? [{ label: t('call.where'), text: asked.town }] : []),
      ]}
    />
  );
}

interface AnswerWords {
  readonly offerId: string;
  readonly title: string;
  readonly vog: boolean;
  readonly day: string;
  readonly start: string;
  readonly end: string;
}

function AnswerForm({ call }: { readonly call: Call }) {
  const { t } = useTranslation('partner');
  const navigate = useNavigate();
  const offers = (useQuery(ownOffersQuery).data ?? []).filter(({ state }) => state === 'published');
  const state = useCommandForm<AnswerWords, Call>({
    name: `call-${call.id}`,
    initial: { offerId: '', title: '', vog: false, day: '', start: '09:00', end: '10:30' },
    changes: ['calls', 'offers', 'matches'],
    send: ({ offerId, title, vog, day, start, end }, keyed) => {
      const on = (time: string) => withOffset(`${day || '2000-01-01'}T${time}`);
      const named = title.trim() ? { title: title.trim() } : {};
      const what = offerId
        ? { offerId }
        : { ...named, vog: vog ? ('available' as const) : ('none' as const) };
      return answerCall({ id: call.id, body: { start: on(start), end: on(end), ...what } }, keyed);
    },
    onDone: ({ matchId }) => {
      toast(t('call.answered'));
      if (matchId) void navigate({ to: '/afspraken/$matchId', params: { matchId } });
    },
  });
  const { values } = state.form;
  const minutesOf = (id: string) => offers.find((offer) => offer.id === id)?.durationMinutes ?? 90;
  return (
    <CommandForm state={state} submit={t('call.send')}>
      <NativeSelect
        label={t('call.offer')}
        {...state.field('offerId')}
        data={[
          { value: '', label: t('call.offer.new') },
          ...offers.map(({ id, title }) => ({ value: id, label: title })),
        ]}
        onChange={({ currentTarget }) =>
          state.form.setValues({
            offerId: currentTarget.value,
            end: laterBy(values.start, minutesOf(currentTarget.value)),
          })
        }
      />
      {!values.offerId && (
        <>
          <TextInput label={t('call.title')} maxLength={200} {...state.field('title')} />
          <Checkbox
            label={t('call.vog')}
            checked={values.vog}
            onChange={({ currentTarget }) => state.form.setValues({ vog: currentTarget.checked })}
          />
        </>
      )}
      <div className={styles.few}>
        <TextInput type="date" label={t('moment.day')} {...state.field('day')} />
        <TextInput type="time" label={t('moment.start')} {...state.field('start')} />
        <TextInput type="time" label={t('moment.end')} {...state.field('end')} />
      </div>
    </CommandForm>
  );
}
