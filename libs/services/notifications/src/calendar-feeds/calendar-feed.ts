import { createHmac } from 'node:crypto';
import { sha256 } from '#libs/runtime';

/** The address under which a calendar fetches the appointments of one person; id = person. */
export interface CalendarFeed {
  /** What the address holds is kept as a hash alone; null when its person wants none. */
  readonly tokenHash: string | null;
  /** Epoch ms. */
  readonly madeAt: number;
}

/** Makes what stands in such addresses. The same command gets the same again; nobody else can make it. */
export class CalendarTokens {
  constructor(private readonly secret: string) {}

  of(personId: string, commandKey: string): string {
    return createHmac('sha256', this.secret).update(`calendar ${personId} ${commandKey}`).digest('base64url');
  }
}

export const hashOf = (token: string): string => sha256(token);
