import { useNavigate, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { meQuery, type Me } from '../api/me.js';
import { queries } from '../api/queries.js';
import { homeOf } from '../shell/navigation.js';

/** Whoever decides about others confirms by a passkey too, once per session. */
const confirms = ({ roles, steppedUpUntil }: Me) =>
  steppedUpUntil === undefined && roles.some(({ role }) => role === 'coordinator' || role === 'operator');

/** What happens once somebody is in: a passkey where one is due, then back to where they were, or home. */
export function useArrive(back: string | undefined) {
  const navigate = useNavigate();
  const { history } = useRouter();
  const [state, setState] = useState<'outside' | 'confirming'>('outside');
  const goOn = () => {
    const me = queries.getQueryData(meQuery.queryKey) ?? null;
    if (back) history.push(back);
    else void navigate({ to: homeOf(me) });
  };
  const arrived = async () => {
    const before = queries.getQueryData(meQuery.queryKey);
    const me = await queries.fetchQuery({ ...meQuery, staleTime: 0 });
    if (before && before.id !== me?.id)
      queries.removeQueries({ predicate: ({ queryKey: [noun] }) => noun !== 'me' });
    else void queries.invalidateQueries({ predicate: ({ queryKey: [noun] }) => noun !== 'me' });
    if (me && confirms(me)) setState('confirming');
    else goOn();
  };
  return { state, arrived: () => void arrived(), goOn };
}
