import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Metrics } from '#libs/runtime';
import { FindLate } from './find-late.js';

const everyMs = 60_000;

/** Counts each minute what should have gone and did not. */
@Injectable()
export class CountLate implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(CountLate.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly late: FindLate,
    private readonly metrics: Metrics,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.count(), everyMs).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Never throws: a figure that is a minute old is better than none. */
  async count(): Promise<void> {
    try {
      const { followUps, notifications } = await this.late.now();
      this.metrics.followUpsLate.set(followUps.length + notifications.length);
    } catch (error) {
      this.log.warn(`what is late was not counted: ${(error as Error).name}`);
    }
  }
}
