import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '../sentences.js';
import { Notice } from '../notice.js';
import { fieldIdOf } from './paths.js';
import type { CommandFormState } from './use-command-form.js';
import styles from './form.module.css';

interface CommandFormProps {
  readonly state: CommandFormState;
  /** A verb with its object. */
  readonly submit: string;
  readonly children: ReactNode;
  /** Beside the button. */
  readonly beside?: ReactNode;
}

/** One column: the summary of what is wrong, the fields, the button. */
export function CommandForm({ state, submit, children, beside }: CommandFormProps) {
  const { t } = useTranslation();
  const { command } = state;
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!command.isPending) state.submit();
      }}
    >
      <div ref={state.summary} tabIndex={-1} className={styles.summary}>
        {command.error && <Summary state={state} error={command.error} />}
      </div>
      {children}
      <div className={styles.buttons}>
        <Button type="submit" loading={command.isPending}>
          {submit}
        </Button>
        {beside}
      </div>
      <p role="status" className={styles.trying}>
        {command.isPending && command.failureCount > 0 ? t('trying-again') : ''}
      </p>
    </form>
  );
}

function Summary({ state, error }: { readonly state: CommandFormState; readonly error: Error }) {
  const { title, text } = useSentence()(error);
  const wrong = Object.entries(state.form.errors);
  return (
    <Notice tone="brick" title={title} now>
      {text && <p>{text}</p>}
      {wrong.length > 0 && (
        <ul>
          {wrong.map(([path, sentence]) => (
            <li key={path}>
              <WrongField id={fieldIdOf(state.name, path)} sentence={String(sentence)} />
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

/** Leads to the control, named as its label names it. */
function WrongField({ id, sentence }: { readonly id: string; readonly sentence: string }) {
  const label = document.querySelector(`label[for="${CSS.escape(id)}"]`)?.firstChild?.textContent;
  return (
    <a
      href={`#${id}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(id)?.focus();
      }}
    >
      {label ? `${label}: ${sentence}` : sentence}
    </a>
  );
}
