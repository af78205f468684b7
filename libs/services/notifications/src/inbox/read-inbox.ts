import { Injectable, Logger } from '@nestjs/common';
import { inOrder, type InboxLine, type InboxSource } from './inbox-line.js';
import { MatchLines } from './match-lines.js';
import { OwnLines } from './own-lines.js';
import { RegionLines } from './region-lines.js';
import { RequestLines } from './request-lines.js';

interface Inbox {
  readonly lines: readonly InboxLine[];
  /** Services that could not be asked. */
  readonly missing: readonly string[];
}

/** What needs a person, asked of its owners each time. */
@Injectable()
export class ReadInbox {
  private readonly log = new Logger(ReadInbox.name);

  constructor(
    private readonly requests: RequestLines,
    private readonly matches: MatchLines,
    private readonly own: OwnLines,
    private readonly region: RegionLines,
  ) {}

  async of(regions: readonly string[], now: number): Promise<Inbox> {
    const sources = regions.flatMap((region) => [
      ...this.requests.of(region, now),
      ...this.matches.of(region, now),
      ...this.own.of(region, now),
      ...this.region.of(region, now),
    ]);
    const read = await Promise.all(sources.map((source) => this.readOrMiss(source)));
    return {
      lines: inOrder(read.flatMap(({ lines }) => lines)),
      missing: [...new Set(read.flatMap(({ missing }) => missing))].sort(),
    };
  }

  /** What goes wrong with one is no reason to say nothing of the others. */
  private async readOrMiss({ from, lines }: InboxSource): Promise<Inbox> {
    try {
      return { lines: await lines, missing: [] };
    } catch (error) {
      this.log.warn(`the inbox lacks ${from}: ${(error as Error).name}`);
      return { lines: [], missing: [from] };
    }
  }
}
