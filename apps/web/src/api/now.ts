import { useQuery } from '@tanstack/react-query';
import { demoClockQuery } from './demo.js';
import { waysInQuery } from './me.js';
import { localDateOf } from '../say/dates.js';

/** What time it is for the people here: in the demo its clock, else this device's. */
export function useNow(): string {
  const ways = useQuery(waysInQuery);
  const demo = useQuery({ ...demoClockQuery, enabled: ways.data?.demo === true });
  return demo.data?.now ?? new Date().toISOString();
}

export function useToday(): string {
  return localDateOf(useNow());
}
