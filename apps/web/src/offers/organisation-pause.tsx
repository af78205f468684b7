import { Button, NumberInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/commands.js';
import type { Me } from '../api/me.js';
import { useToday } from '../api/now.js';
import { changeOrganisation, organisationQuery } from '../api/organisations.js';
import type { Organisation } from '../api/region-names.js';
import { Answered } from '../parts/answered.js';
import { Failure } from '../parts/failure.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { Notice } from '../parts/notice.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { toast } from '../parts/toasts.js';
import { sayLongDay, sayPeriod } from '../say/dates.js';
import { useLanguage } from '../words/use-language.js';
import type { Amount } from './offer-words.js';
import { isPaused } from '../organisations/paused.js';
import styles from './offers.module.css';

interface OrganisationPauseProps {
  readonly id: string;
  readonly name: string;
  readonly me: Me;
}

/** "Even niet": for a while nothing new is asked of us, and never more than we can carry. */
export function OrganisationPause({ id, name, me }: OrganisationPauseProps) {
  const { t } = useTranslation('partner');
  const organisation = useQuery(organisationQuery(id));
  const mayChange = me.roles.some((role) => role.role === 'partner-admin' && role.organisationId === id);
  return (
    <section className={styles.section} id="even-niet">
      <h2>{me.organisations.length > 1 ? t('pause.of', { name }) : t('pause')}</h2>
      <Answered query={organisation} skeleton={<RowsSkeleton rows={2} />}>
        {({ answer, tag }) => (
          <>
            <Now organisation={answer} tag={tag} mayChange={mayChange} />
            {mayChange && <PauseForm key={tag} organisation={answer} tag={tag} />}
          </>
        )}
      </Answered>
    </section>
  );
}

interface Shown {
  readonly organisation: Organisation;
  readonly tag: string;
}

function Now({ organisation, tag, mayChange }: Shown & { readonly mayChange: boolean }) {
  const { t } = useTranslation('partner');
  const language = useLanguage();
  const today = useToday();
  const { id, pausedUntil, closed, maxPerMonth, maxPerSchoolYear, maxPerPersonPerMonth } = organisation;
  const again = useCommand(changeOrganisation, {
    changes: ['organisations'],
    onDone: () => toast(t('pause.ended')),
  });
  const ceilings = [
    maxPerMonth !== undefined && t('ceiling.month', { count: maxPerMonth }),
    maxPerSchoolYear !== undefined && t('ceiling.year', { count: maxPerSchoolYear }),
    maxPerPersonPerMonth !== undefined && t('ceiling.person', { count: maxPerPersonPerMonth }),
  ].filter((each) => each !== false);
  const periods = closed.filter(({ to }) => to >= today);
  return (
    <>
      {again.error && <Failure error={again.error} now />}
      {isPaused(pausedUntil, today) ? (
        <Notice tone="sky" title={t('pause.until', { day: sayLongDay(pausedUntil, language) })}>
          <p>{t('pause.means')}</p>
          {mayChange && (
            <Button
              variant="default"
              loading={again.isPending}
              onClick={() => again.mutate({ id, tag, body: { pausedUntil: null } })}
            >
              {t('pause.end')}
            </Button>
          )}
        </Notice>
      ) : (
        <p>{t('pause.not')}</p>
      )}
      {periods.length > 0 && (
        <ul>
          {periods.map(({ from, to, name }) => (
            <li key={`${from} ${to}`}>
              {t('pause.closed', { period: sayPeriod(from, to, language) })}
              {name ? ` (${name})` : ''}
              {mayChange && (
                <Button
                  variant="subtle"
                  size="compact-md"
                  ml={8}
                  loading={again.isPending}
                  onClick={() =>
                    again.mutate({
                      ...{ id, tag },
                      body: { closed: closed.filter((each) => each.from !== from || each.to !== to) },
                    })
                  }
                >
                  {t('pause.open-again')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {ceilings.length > 0 && <p>{ceilings.join(' · ')}</p>}
      {!mayChange && <p className={styles.quiet}>{t('pause.who')}</p>}
    </>
  );
}

interface PauseWords {
  readonly pausedUntil: string;
  readonly closedFrom: string;
  readonly closedTo: string;
  readonly maxPerMonth: Amount;
  readonly maxPerSchoolYear: Amount;
  readonly maxPerPersonPerMonth: Amount;
}

function PauseForm({ organisation, tag }: Shown) {
  const { t } = useTranslation('partner');
  const { id, closed, pausedUntil = '' } = organisation;
  const state = useCommandForm<PauseWords, unknown>({
    name: `pause-${id}`,
    initial: {
      ...{ pausedUntil, closedFrom: '', closedTo: '' },
      maxPerMonth: organisation.maxPerMonth ?? '',
      maxPerSchoolYear: organisation.maxPerSchoolYear ?? '',
      maxPerPersonPerMonth: organisation.maxPerPersonPerMonth ?? '',
    },
    keepsDraft: false,
    changes: ['organisations'],
    send: ({ closedFrom, closedTo, ...words }) => {
      const limit = (value: Amount) => (value === '' ? null : value);
      const body = {
        pausedUntil: words.pausedUntil || null,
        ...(closedFrom ? { closed: [...closed, { from: closedFrom, to: closedTo || closedFrom }] } : {}),
        maxPerMonth: limit(words.maxPerMonth),
        maxPerSchoolYear: limit(words.maxPerSchoolYear),
        maxPerPersonPerMonth: limit(words.maxPerPersonPerMonth),
      };
      return changeOrganisation({ id, tag, body });
    },
    onDone: () => toast(t('pause.kept')),
  });
  return (
    <details className={styles.rare}>
      <summary>{t('pause.change')}</summary>
      <CommandForm state={state} submit={t('pause.keep')}>
        <TextInput type="date" label={t('pause.until.label')} {...state.field('pausedUntil')} />
        <div className={styles.few}>
          <TextInput type="date" label={t('pause.closed.from')} {...state.field('closedFrom')} />
          <TextInput type="date" label={t('pause.closed.to')} {...state.field('closedTo')} />
        </div>
        <div className={styles.few}>
          <NumberInput label={t('ceiling.month.label')} min={1} {...state.field('maxPerMonth')} />
          <NumberInput label={t('ceiling.year.label')} min={1} {...state.field('maxPerSchoolYear')} />
          <NumberInput label={t('ceiling.person.label')} min={1} {...state.field('maxPerPersonPerMonth')} />
        </div>
      </CommandForm>
    </details>
  );
}
