import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Match } from '../api/matches.js';
import type { Me } from '../api/me.js';
import { useNow } from '../api/now.js';
import { Chips } from '../parts/chips.js';
import { LinkButton } from '../parts/link-button.js';
import { toast } from '../parts/toasts.js';
import { AnswerForm } from './answer-form.js';
import { askedOf, wordOf } from './asked.js';
import { possibleFor, type Action } from './possible.js';
import { isCoordinator, mayAnswer, sideOf, turnOf, type Side } from './story.js';
import styles from './appointment.module.css';

/** What one can do here, for the own side; a coordinator for the side that said so by phone. */
export function Answers({ match, me }: { readonly match: Match; readonly me: Me | null }) {
  const { t } = useTranslation('appointments');
  const own = mayAnswer(me, match) ? sideOf(me, match) : undefined;
  const [behalf, setBehalf] = useState<Side>();
  if (own) return <Choices key={match.state} match={match} side={own} onBehalf={false} />;
  if (!isCoordinator(me, match))
    return sideOf(me, match) ? <p className={styles.quiet}>{t('colleague-answers')}</p> : null;
  return (
    <section className={styles.section}>
      <h2>{t('behalf')}</h2>
      <p className={styles.quiet}>{t('behalf.why')}</p>
      <Chips
        single
        label={t('behalf')}
        choices={(['school', 'partner'] as const).map((id) => ({ id, label: t(`behalf.${id}`) }))}
        chosen={behalf ? [behalf] : []}
        onChange={([side]) => setBehalf(side)}
      />
      {behalf && <Choices key={`${behalf} ${match.state}`} match={match} side={behalf} onBehalf />}
    </section>
  );
}

interface ChoicesProps {
  readonly match: Match;
  readonly side: Side;
  readonly onBehalf: boolean;
}

function Choices({ match, side, onBehalf }: ChoicesProps) {
  const { t } = useTranslation('appointments');
  const navigate = useNavigate();
  const now = useNow();
  const possible = possibleFor(match, { side, onBehalf }, now);
  // What was planned stands there already: counting is one tap.
  const [chosen, setChosen] = useState<Action | undefined>(possible.includes('count') ? 'count' : undefined);
  const form = useRef<HTMLDivElement>(null);
  const choose = (action: Action | undefined) => {
    setChosen(action);
    if (action) requestAnimationFrame(() => form.current?.focus());
  };
  if (possible.length === 0) return null;
  const isAsked = turnOf(match, side) === 'you';
  const word = (action: Action) => t(`do.${wordOf(action, match, side)}`);
  const done = (action: Action, answer: Match) => {
    toast(t(action === 'decline' ? `done.decline.${askedOf(match)}` : `done.${action as 'accept'}`));
    setChosen(undefined);
    if (action === 'repeat') void navigate({ to: '/afspraken/$matchId', params: { matchId: answer.id } });
  };
  return (
    <section className={styles.answers} aria-label={t('answers')} data-asked={isAsked}>
      <div className={styles.buttons}>
        {possible.map((action, place) =>
          action === 'tally' ? (
            <LinkButton
              key={action}
              to="/afspraken/$matchId/handen"
              params={{ matchId: match.id }}
              variant="default"
            >
              {word(action)}
            </LinkButton>
          ) : (
            <Button
              key={action}
              variant={place === 0 && ['accept', 'count'].includes(action) ? 'filled' : 'default'}
              aria-expanded={chosen === action}
              {...(action === 'cancel' || action === 'decline' ? { c: 'var(--brick)' } : {})}
              onClick={() => choose(chosen === action ? undefined : action)}
            >
              {word(action)}
            </Button>
          ),
        )}
      </div>
      {chosen && chosen !== 'tally' && possible.includes(chosen) && (
        <div ref={form} tabIndex={-1} role="group" aria-label={word(chosen)} className={styles.form}>
          <h2>{word(chosen)}</h2>
          <AnswerForm
            key={chosen}
            match={match}
            action={chosen}
            speaker={{ side, onBehalf }}
            onDone={(answer) => done(chosen, answer)}
          />
        </div>
      )}
    </section>
  );
}
