import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from './notice.js';
import { useSentence } from './sentences.js';

interface FailureProps {
  readonly error: unknown;
  /** Asks the same again. */
  readonly again?: () => void;
  readonly now?: boolean;
}

/** What went wrong as a sentence: offline, dead, slow and refused are told apart. */
export function Failure({ error, again, now = false }: FailureProps) {
  const { t } = useTranslation();
  const { title, text, mayRetry } = useSentence()(error);
  return (
    <Notice tone="brick" title={title} now={now}>
      {text && <p>{text}</p>}
      {again && mayRetry && (
        <Button variant="default" onClick={again}>
          {t('try-again')}
        </Button>
      )}
    </Notice>
  );
}
