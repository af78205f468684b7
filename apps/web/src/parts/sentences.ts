import { useTranslation } from 'react-i18next';
import { NotReached, Refused } from '../api/problems.js';
import type problems from '../words/problems.nl.json';

type ProblemWord = keyof typeof problems;

export interface Sentence {
  readonly title: string;
  readonly text?: string;
  /** The same again may go well. */
  readonly mayRetry: boolean;
}

/** Says what a failed query or command means: what, why, what now. */
export function useSentence(): (error: unknown) => Sentence {
  const { t, i18n } = useTranslation(['common', 'problems']);
  const isKnown = (key: string): key is ProblemWord => i18n.exists(`problems:${key}`);
  return (error) => {
    if (error instanceof NotReached)
      return { title: t(`reached.${error.why}`), text: t(`reached.${error.why}.now`), mayRetry: true };
    if (error instanceof Refused) {
      const of = error.code;
      if (isKnown(of)) return { title: t(`problems:${of}`, error.problem), mayRetry: error.status >= 500 };
      return { title: t('refused'), text: t('refused.now'), mayRetry: false };
    }
    return { title: t('broken'), text: t('broken.now'), mayRetry: true };
  };
}

/** Says what is wrong with one field, by the server's code of it. */
export function useFieldSentence(): (code: string) => string {
  const { t, i18n } = useTranslation('problems');
  return (code) => {
    const key = `field.${code}`;
    return i18n.exists(`problems:${key}`) ? t(key as ProblemWord) : t('field.other');
  };
}
