import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { calendarFileOf, matchQuery, type Match, type VisitSheet } from '../api/matches.js';
import { meQuery, type Me } from '../api/me.js';
import { Facts } from '../offer/facts.js';
import { Answered } from '../parts/answered.js';
import { LinkButton } from '../parts/link-button.js';
import { Notice, type Tone } from '../parts/notice.js';
import { Page } from '../parts/page.js';
import { LinesSkeleton } from '../parts/skeletons.js';
import { Steps } from '../parts/steps.js';
import { useLanguage } from '../words/use-language.js';
import { Answers } from './answers.js';
import { Contacts } from './contacts.js';
import { History } from './history.js';
import { OnlySignedIn } from './only-signed-in.js';
import { isEnded, isOver, isToCount, mayAnswer, sideOf, stepsOf, turnOf, type Turn } from './story.js';
import { Thread } from './thread.js';
import { useMatchFacts } from './use-match-facts.js';
import { useNextMove, useSheet } from './use-names.js';
import styles from './appointment.module.css';
import { Button } from '@mantine/core';
import { IconCalendarDown } from '@tabler/icons-react';

/** One appointment, for everyone concerned. */
export function AppointmentScreen({ id }: { readonly id: string }) {
  const { t } = useTranslation('appointments');
  const me = useQuery(meQuery);
  const match = useQuery({ ...matchQuery(id), enabled: me.data != null });
  if (me.data === null)
    return (
      <Page title={t('appointment')}>
        <OnlySignedIn />
      </Page>
    );
  return (
    <Page title={match.data?.title ?? t('appointment')} wide>
      <Answered query={match} skeleton={<LinesSkeleton lines={10} />}>
        {(found) => <Appointment match={found} me={me.data ?? null} />}
      </Answered>
    </Page>
  );
}

function Appointment({ match, me }: { readonly match: Match; readonly me: Me | null }) {
  const { t } = useTranslation('appointments');
  const sheet = useSheet(match.id);
  const side = sideOf(me, match);
  const nextMove = useNextMove();
  const names = {
    school: side === 'school' ? t('you') : (match.names?.school ?? t('side.school')),
    partner: side === 'partner' ? t('you') : (match.names?.partner ?? t('side.partner')),
  };
  const steps = stepsOf(match).map((step) => ({ ...step, label: stepLabel(t, step, names) }));
  return (
    <>
      <Steps label={t('steps')} steps={steps} />
      <Notice tone={toneOf(match, me)} title={nextMove(match, side)}>
        <MoreOf match={match} turn={turnOf(match, side)} />
      </Notice>
      <div className={styles.columns}>
        <div>
          <Answers match={match} me={me} />
          <What match={match} sheet={sheet} />
          <Thread matchId={match.id} side={side} />
          <History matchId={match.id} names={names} />
        </div>
        <aside className={styles.aside} aria-label={t('day')}>
          <h2>{t('day')}</h2>
          <Contacts
            match={match}
            sheet={sheet}
            side={side}
            mayChange={match.state === 'confirmed' && mayAnswer(me, match)}
          />
          <div className={styles.stack}>
            <LinkButton to="/afspraken/$matchId/draaiboek" params={{ matchId: match.id }} variant="default">
              {t('sheet.open')}
            </LinkButton>
            {match.calendarSequence > 0 && (
              <Button
                component="a"
                href={calendarFileOf(match.id)}
                download
                variant="default"
                leftSection={<IconCalendarDown aria-hidden size={20} />}
              >
                {t('calendar')}
              </Button>
            )}
          </div>
        </aside>
      </div>
    </>
  );
}

type T = ReturnType<typeof useTranslation<'appointments'>>['t'];

/** "jij zei ja", "De Springplank nog niet". */
function stepLabel(
  t: T,
  step: ReturnType<typeof stepsOf>[number],
  names: { readonly school: string; readonly partner: string },
): string {
  if (step.id !== 'school-yes' && step.id !== 'partner-yes') return t(`step.${step.id}`);
  const name = step.id === 'school-yes' ? names.school : names.partner;
  if (name === t('you')) return t(step.state === 'done' ? 'step.you-yes' : 'step.you-not-yet');
  return t(step.state === 'done' ? 'step.yes' : 'step.not-yet', { name });
}

function toneOf(match: Match, me: Me | null): Tone {
  if (isEnded(match)) return 'brick';
  if (turnOf(match, sideOf(me, match)) === 'you' || isToCount(match, me)) return 'sun';
  return match.state === 'confirmed' || isOver(match) ? 'meadow' : 'sky';
}

/** What comes of it without an answer, why it ended, or what change waits. */
function MoreOf({ match, turn }: { readonly match: Match; readonly turn: Turn }) {
  const { t } = useTranslation('appointments');
  const { change: sayChange } = useMatchFacts();
  const { ended, change, state } = match;
  const isAsked = state === 'asked' && (turn === 'you' || turn === 'school' || turn === 'partner');
  const searchesOn = match.requestId !== null;
  return (
    <>
      {isAsked && turn === 'you' && <p>{t(searchesOn ? 'then.you.asked' : 'then.you.asked.no-request')}</p>}
      {isAsked && turn !== 'you' && searchesOn && <p>{t('then.other.asked')}</p>}
      {state === 'option' && turn === 'you' && <p>{t('then.you.option')}</p>}
      {state === 'confirmed' && change && <p>{t('then.change')}</p>}
      {ended?.reason && <p>{ended.reason}</p>}
      {change && <Facts facts={sayChange(match)} />}
    </>
  );
}

function What({ match, sheet }: { readonly match: Match; readonly sheet: VisitSheet | undefined }) {
  const { t } = useTranslation('appointments');
  const language = useLanguage();
  const { facts } = useMatchFacts();
  const warnings = match.warnings as {
    readonly sentence: { nl: string; en: string };
  }[];
  return (
    <section className={styles.section}>
      <h2>{t('what')}</h2>
      <Facts facts={facts(match, sheet)} />
      {warnings.length > 0 && (
        <Notice tone="sky" title={t('warnings')}>
          <ul>
            {warnings.map(({ sentence }) => (
              <li key={sentence.nl}>{sentence[language]}</li>
            ))}
          </ul>
        </Notice>
      )}
      {match.despite.length > 0 && (
        <Notice tone="sky" title={t('despite')}>
          <ul>
            {match.despite.map(({ condition, reason }) => (
              <li key={condition}>{reason}</li>
            ))}
          </ul>
        </Notice>
      )}
      {match.note && (
        <Notice tone="sky" title={t('note')}>
          <p className={styles.typed}>{match.note}</p>
        </Notice>
      )}
    </section>
  );
}
