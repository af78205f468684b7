import { useDebouncedValue } from '@mantine/hooks';

const settledAfterMs = 400;

/** The value once it has not changed for a moment; undefined while somebody is still typing. Compared by what it holds. */
export function useSettled<T>(value: T | undefined): T | undefined {
  // As text: what is made anew at every drawing would never come to rest.
  const text = value === undefined ? undefined : JSON.stringify(value);
  const [settled] = useDebouncedValue(text, settledAfterMs);
  return settled === text ? value : undefined;
}
