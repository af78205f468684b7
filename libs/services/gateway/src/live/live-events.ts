import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Subject, type Observable } from 'rxjs';
import { EventBus, type Subscription } from '#libs/ports/event-bus/port';
import { publishedOf, type Published } from './who-hears.js';

const topics = ['directory', 'requests', 'offers', 'matching'];

/** What is published while this process runs, read once for everybody who listens here. */
@Injectable()
export class LiveEvents implements OnModuleInit, OnModuleDestroy {
  private readonly subject = new Subject<Published>();
  private following: Subscription | undefined;

  constructor(private readonly bus: EventBus) {}

  /** Ends when this process does. */
  get published(): Observable<Published> {
    return this.subject;
  }

  async onModuleInit(): Promise<void> {
    this.following = await this.bus.follow(topics, async ({ value }) => {
      if (!this.subject.observed) return;
      const published = publishedOf(value);
      if (published) this.subject.next(published);
    });
  }

  async onModuleDestroy(): Promise<void> {
    this.subject.complete();
    await this.following?.close();
  }
}
