import type { Side, WhyUndeliverable } from '#libs/contracts';

/** Epoch ms; in this order. */
export interface Stages {
  readonly nudgeAt: number;
  readonly attentionAt: number;
  readonly releaseAt: number;
}

/** How one question to one side stands; epoch ms. */
export interface SideClock {
  readonly question: number;
  readonly askedAt: number;
  readonly deliveredAt: number | null;
  readonly stages: Stages | null;
  /** The last stage that was reached. */
  readonly stage: 'waiting' | 'nudge' | 'attention';
  readonly undeliverable: WhyUndeliverable | null;
  /** The coordinator was told that it did not arrive in time. */
  readonly missed: boolean;
}

export type Clocks = Readonly<Partial<Record<Side, SideClock>>>;

/** Why a person must look at a match, and since when. */
export interface Attention {
  readonly reason: string;
  /** ISO 8601 */
  readonly since: string;
}
