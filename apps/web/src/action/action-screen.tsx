import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answers, previewAction, type ActionPreview, type AnswerKind } from '../api/actions.js';
import { Facts } from '../offer/facts.js';
import { Answered } from '../parts/answered.js';
import { Notice } from '../parts/notice.js';
import { Page } from '../parts/page.js';
import { LinesSkeleton } from '../parts/skeletons.js';
import { tokenIn } from '../sign-in/code.js';
import { speak } from '../words/words.js';
import { wordOf } from './about.js';
import { AnswerForm } from './answer-form.js';
import styles from './action.module.css';

/** Answering from a mail, without an account: what is asked, what each answer does, and then one of them. */
export function ActionScreen() {
  const { t } = useTranslation('sign-in');
  const [token] = useState(() => tokenIn(window.location.hash));
  const preview = useQuery({
    queryKey: ['actions', token],
    queryFn: () => previewAction(token ?? ''),
    enabled: token !== undefined,
    staleTime: Infinity,
  });
  const language = preview.data?.language;
  useEffect(() => {
    if (language) void speak(language);
  }, [language]);
  return (
    <Page title={t('action.title')}>
      {token ? (
        <Answered query={preview} skeleton={<LinesSkeleton lines={6} />}>
          {(found) => <Question preview={found} token={token} />}
        </Answered>
      ) : (
        <Notice tone="brick" title={t('action.no-link')}>
          {t('action.no-link.now')}
        </Notice>
      )}
    </Page>
  );
}

function Question({ preview, token }: { readonly preview: ActionPreview; readonly token: string }) {
  const { t } = useTranslation('sign-in');
  const possible = answers.filter((each) => preview.actions.includes(each));
  const [chosen, setChosen] = useState<AnswerKind | undefined>(
    possible.length === 1 ? possible[0] : undefined,
  );
  const [done, setDone] = useState<AnswerKind>();
  if (done)
    return (
      <Notice tone="meadow" title={t(`action.done.${done}`)} now>
        {t('action.done.now')}
      </Notice>
    );
  return (
    <>
      <p className={styles.ask}>{preview.ask}</p>
      <Facts facts={preview.facts} />
      {preview.notes.length > 0 && (
        <ul>
          {preview.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <div role="group" aria-label={t('action.answers')} className={styles.answers}>
        {possible.map((action) => (
          <Button
            key={action}
            variant={action === 'accept' || possible.length === 1 ? 'filled' : 'default'}
            aria-pressed={chosen === action}
            onClick={() => setChosen(action)}
          >
            {t(wordOf(action, preview))}
          </Button>
        ))}
      </div>
      {chosen && (
        <AnswerForm
          key={chosen}
          token={token}
          action={chosen}
          preview={preview}
          onDone={() => setDone(chosen)}
        />
      )}
    </>
  );
}
