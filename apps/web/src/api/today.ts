import { useQuery } from '@tanstack/react-query';
import { localDateOf } from '../say/dates.js';
import { demoClockQuery } from './demo.js';
import { waysInQuery } from './me.js';

/** The moment it is: in the demo, whose days can be moved, the server's. Undefined until that is known. */
export function useNow(): string | undefined {
  const { data: ways } = useQuery(waysInQuery);
  const clock = useQuery({ ...demoClockQuery, enabled: ways?.demo === true });
  if (ways === undefined) return undefined;
  return ways.demo ? clock.data?.now : new Date().toISOString();
}

/** `2027-01-12`, here. */
export function useToday(): string | undefined {
  const now = useNow();
  return now && localDateOf(now);
}
