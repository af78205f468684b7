import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/commands.js';
import { acceptMatch, type Match } from '../api/matches.js';
import { askedOf } from '../appointment/asked.js';
import { spansOf } from '../appointment/story.js';
import { useMatchFacts } from '../appointment/use-match-facts.js';
import { useNextMove, useSheet } from '../appointment/use-names.js';
import { KindDrawing } from '../look/drawings/kinds.js';
import { Facts } from '../offer/facts.js';
import { Failure } from '../parts/failure.js';
import { LinkButton } from '../parts/link-button.js';
import { toast } from '../parts/toasts.js';
import { saySpans } from '../say/dates.js';
import { useLanguage } from '../words/use-language.js';
import { isOneTap } from './today.js';
import styles from './today.module.css';

/** One question to us with all that a yes needs; the yes itself is one tap where the time is known. */
export function Question({ match }: { readonly match: Match }) {
  const { t } = useTranslation(['partner', 'appointments']);
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const sheet = useSheet(match.id, isOpen);
  const nextMove = useNextMove();
  const { facts, change } = useMatchFacts();
  const yes = useCommand(acceptMatch, {
    changes: ['matches', 'requests', 'inbox'],
    onDone: () => toast(t('appointments:done.accept')),
  });
  const { id, kind, title, note, warnings } = match;
  const asked = askedOf(match);
  const word = asked === 'change' || asked === 'recorded' ? (`.${asked}` as const) : '';
  return (
    <article className={styles.question} aria-label={title}>
      <div className={styles.head}>
        <KindDrawing kind={kind} size={48} />
        <div>
          <h3>{title}</h3>
          {asked !== 'change' && <p className={styles.when}>{saySpans(spansOf(match), language)}</p>}
        </div>
      </div>
      <p className={styles.move}>{nextMove(match, 'partner')}</p>
      {asked === 'change' && <Facts facts={change(match)} />}
      {note && (
        <blockquote>
          <span className={styles.quiet}>{t('appointments:note')}:</span> {note}
        </blockquote>
      )}
      {warnings.length > 0 && (
        <ul className={styles.warnings}>
          {warnings.map(({ sentence }) => (
            <li key={sentence.nl}>{sentence[language]}</li>
          ))}
        </ul>
      )}
      <details className={styles.facts} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t('question.all')}</summary>
        <Facts facts={facts(match, sheet)} />
      </details>
      {yes.error && <Failure error={yes.error} now />}
      <div className={styles.buttons}>
        {isOneTap(match) ? (
          <Button loading={yes.isPending} onClick={() => yes.mutate({ id, body: {} })}>
            {t(`question.yes${word}`)}
          </Button>
        ) : (
          <LinkButton to="/afspraken/$matchId" params={{ matchId: id }}>
            {t('question.choose-time')}
          </LinkButton>
        )}
        <LinkButton to="/afspraken/$matchId" params={{ matchId: id }} variant="default">
          {t(`question.otherwise${word}`)}
        </LinkButton>
      </div>
    </article>
  );
}
