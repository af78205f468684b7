import { Clock } from '#libs/ports/clock/port';

/** A clock that tests move: stands at its time until told otherwise. */
export class TestClock extends Clock {
  constructor(private epochMs: number) {
    super();
  }

  now(): number {
    return this.epochMs;
  }

  advance(milliseconds: number): void {
    this.epochMs += milliseconds;
  }
}

/** Time that runs, from a moment a test chose: a Monday in school time. */
export class RunningClock extends Clock {
  private offset: number;

  constructor(start = Date.parse('2026-11-23T09:00:00+01:00')) {
    super();
    this.offset = start - Date.now();
  }

  now(): number {
    return Date.now() + this.offset;
  }

  advance(milliseconds: number): void {
    this.offset += milliseconds;
  }
}
