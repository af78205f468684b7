import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { EventBus, type Subscription } from '#libs/ports/event-bus/port';
import { Aggregates, InjectAggregates, type Aggregate } from '#libs/runtime';
import type { Match } from '../domain/match.js';
import { matchesAggregate } from '../matching.collection.js';

/** Seconds nobody waits longer than, whatever they prefer. */
const longestWait = 10;

/** The seconds that a caller prefers to wait (`Prefer: wait=2`); 0 without a word. */
export const secondsOf = (prefer: string | undefined): number =>
  Math.min(longestWait, Number(/wait=(\d+)/.exec(prefer ?? '')?.[1] ?? 0));

/** Lets a caller wait (`Prefer: wait=2`) until its place is secured or refused. */
@Injectable()
export class AwaitHold implements OnModuleInit, OnModuleDestroy {
  private readonly waiting = new Map<string, Set<() => void>>();
  private following: Subscription | undefined;

  constructor(
    private readonly bus: EventBus,
    @InjectAggregates(matchesAggregate) private readonly matches: Aggregates<Match>,
  ) {}

  async onModuleInit(): Promise<void> {
    this.following = await this.bus.follow(['matching'], async ({ key }) => {
      for (const look of this.waiting.get(key) ?? []) look();
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.following?.close();
  }

  /** The match as it is once it no longer holds, or as it is after that many seconds. */
  settled(match: Aggregate<Match>, seconds: number): Promise<Aggregate<Match>> {
    return this.until(match, seconds, ({ state }) => state !== 'holding');
  }

  /** The match as it is once the change that was asked for is secured or dropped, or as it is after that many seconds. */
  changeSettled(match: Aggregate<Match>, seconds: number): Promise<Aggregate<Match>> {
    return this.until(match, seconds, ({ wanted }) => wanted?.phase !== 'holding');
  }

  private async until(
    match: Aggregate<Match>,
    seconds: number,
    isSettled: (state: Match) => boolean,
  ): Promise<Aggregate<Match>> {
    let current = match;
    const deadline = performance.now() + seconds * 1000;
    while (!isSettled(current.state) && performance.now() < deadline) {
      const heard = this.nextWord(match.id, deadline - performance.now());
      current = (await this.matches.get(match.id)) ?? current;
      if (!isSettled(current.state)) await heard;
      current = (await this.matches.get(match.id)) ?? current;
    }
    return current;
  }

  private nextWord(id: string, milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        const waiting = this.waiting.get(id);
        waiting?.delete(done);
        if (waiting?.size === 0) this.waiting.delete(id);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      const waiting = this.waiting.get(id);
      if (waiting) waiting.add(done);
      else this.waiting.set(id, new Set([done]));
    });
  }
}
