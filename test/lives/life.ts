import type { Side } from '#libs/contracts';
import { minutes, type GroupId, type SmallSlot } from './places.js';

export const month = 30 * 24 * 60 * minutes;

export interface Lesson {
  readonly slot: string | null;
  readonly start: number;
  readonly end: number;
  readonly groups: readonly { readonly id: GroupId; readonly pupils: number }[];
}

export interface Room {
  readonly slot: string | null;
  readonly start: number;
  readonly end: number;
}

/** Where somebody wants it, and where an exact time may lie then. */
export interface Wish {
  readonly lessons: readonly Lesson[];
  readonly allowed: readonly Room[];
}

export interface Change extends Wish {
  readonly by: Side;
  readonly question: number;
  readonly until: number;
}

/** What is held for one question. */
export interface Hold {
  question: number;
  lessons: readonly Lesson[];
}

export interface Life extends Wish {
  readonly id: string;
  readonly origin: 'proposed' | 'booked' | 'arranged' | 'repeated';
  readonly request: string | null;
  readonly offer: string | null;
  readonly school: string;
  /** When it was made. */
  readonly since: number;
  /** A firm programme keeps to its slots. */
  readonly firm: boolean;
  lessons: readonly Lesson[];
  allowed: readonly Room[];
  state: string;
  question: number;
  lastQuestion: number;
  exact: boolean;
  yes: readonly Side[];
  change: Change | null;
  nextAt: number | null;
  holds: readonly Hold[];
  pupils: number | null;
  hours: number | null;
}

export const liveStates = ['option', 'asked', 'confirmed'];
export const pastStates = ['held', 'counted', 'closed'];
export const startOf = (lessons: readonly Lesson[]) => Math.min(...lessons.map(({ start }) => start));
export const endOf = (lessons: readonly Lesson[]) => Math.max(...lessons.map(({ end }) => end));

export const whole = ({ id, start, end }: SmallSlot): Room => ({ slot: id, start, end });
