import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/commands.js';
import { inboxQuery, type InboxLine } from '../api/inbox.js';
import { useToday } from '../api/now.js';
import { confirmClaim } from '../api/people.js';
import { Answered } from '../parts/answered.js';
import { Empty } from '../parts/empty.js';
import { Failure } from '../parts/failure.js';
import { LinkButton } from '../parts/link-button.js';
import { Notice } from '../parts/notice.js';
import { Page } from '../parts/page.js';
import { PathLink } from '../parts/path-link.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { toast } from '../parts/toasts.js';
import { RegionChooser, useChosenRegion } from '../region/chosen-region.js';
import { sayWhen } from '../say/dates.js';
import { useLanguage } from '../words/use-language.js';
import { pathOf } from './path-of.js';
import styles from './inbox.module.css';

/** What needs a person, longest waiting first: a sentence, and the one best thing to do. */
export function InboxScreen() {
  const { t } = useTranslation('coordinator');
  const region = useChosenRegion();
  const inbox = useQuery(inboxQuery(region.id));
  return (
    <Page title={t('inbox')} intro={t('inbox.what')}>
      <RegionChooser of={region} />
      <Answered query={inbox} skeleton={<RowsSkeleton />}>
        {({ items, missing }) => (
          <>
            {missing.length > 0 && <Notice tone="sky" title={t('inbox.missing')} />}
            {items.length === 0 ? (
              <Empty
                title={t('inbox.none')}
                next={<LinkButton to="/bord">{t('inbox.none.next')}</LinkButton>}
              >
                {t('inbox.none.what')}
              </Empty>
            ) : (
              <Lines lines={items} />
            )}
          </>
        )}
      </Answered>
    </Page>
  );
}

const atOnce = 50;

function Lines({ lines }: { readonly lines: readonly InboxLine[] }) {
  const { t } = useTranslation('coordinator');
  const [shown, setShown] = useState(atOnce);
  const more = lines.length - shown;
  return (
    <>
      <ul className={styles.lines}>
        {lines.slice(0, shown).map((line) => (
          <li key={line.id}>
            <Line line={line} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Button variant="default" mt={16} onClick={() => setShown(shown + atOnce)}>
          {t('show-more', { count: Math.min(more, atOnce) })}
        </Button>
      )}
    </>
  );
}

function Line({ line }: { readonly line: InboxLine }) {
  const { t } = useTranslation('coordinator');
  const language = useLanguage();
  const today = useToday();
  const path = pathOf(line);
  return (
    <article className={styles.line}>
      <p>{line.sentence[language]}</p>
      <div className={styles.end}>
        <span>{t('inbox.since', { when: sayWhen(line.since, today, language) })}</span>
        {line.kind === 'claim' && line.subject.claimId ? (
          <Confirm claimId={line.subject.claimId} label={line.action.label[language]} />
        ) : (
          path && <PathLink href={path}>{line.action.label[language]}</PathLink>
        )}
      </div>
    </article>
  );
}

function Confirm({ claimId, label }: { readonly claimId: string; readonly label: string }) {
  const { t } = useTranslation('coordinator');
  const confirm = useCommand(confirmClaim, {
    changes: ['claims', 'inbox', 'people', 'requests', 'proposals'],
    onDone: () => toast(t('claims.confirmed')),
  });
  return (
    <>
      {confirm.error && <Failure error={confirm.error} now />}
      <Button size="compact-md" loading={confirm.isPending} onClick={() => confirm.mutate({ id: claimId })}>
        {label}
      </Button>
      <PathLink href="/mensen">{t('claims.look')}</PathLink>
    </>
  );
}
