import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from './failure.js';

interface AnsweredProps<T> {
  readonly query: UseQueryResult<T>;
  /** In the shape of what comes. */
  readonly skeleton: ReactNode;
  readonly children: (answer: T) => ReactNode;
}

/** The one way to show a query: its skeleton, why it failed and how to go on, or its answer. */
export function Answered<T>({ query, skeleton, children }: AnsweredProps<T>) {
  const { data, error, isPending, refetch } = query;
  if (data !== undefined)
    return (
      <>
        {error && <Failure error={error} again={() => void refetch()} />}
        {children(data)}
      </>
    );
  if (!isPending) return <Failure error={error} again={() => void refetch()} now />;
  return (
    <div aria-busy>
      <SlowLine />
      {skeleton}
    </div>
  );
}

const slowAfter = 3_000;

function SlowLine() {
  const { t } = useTranslation();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowAfter);
    return () => clearTimeout(timer);
  }, []);
  return <p role="status">{slow ? t('slow') : ''}</p>;
}
