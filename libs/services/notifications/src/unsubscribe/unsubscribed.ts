import { event, Unsubscribed } from '#libs/contracts';

/** Somebody who said from a mail that it is enough; id = person. */
export interface UnsubscribedPerson {
  readonly personId: string;
  /** When they said so last, epoch ms. */
  readonly at: number;
}

interface Made {
  readonly state: UnsubscribedPerson;
  readonly events: readonly object[];
}

/** While the directory may not have heard of it. */
const underWayMs = 60_000;

export function unsubscribe(personId: string, now: number): Made {
  return { state: { personId, at: now }, events: [event(Unsubscribed, { personId })] };
}

/** They said so just now: whether they chose otherwise since need not be asked. */
export const isUnderWay = ({ at }: UnsubscribedPerson, now: number): boolean => now - at <= underWayMs;
