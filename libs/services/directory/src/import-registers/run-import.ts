import { gunzipSync } from 'node:zlib';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#libs/ports/clock/port';
import { DocumentStore, StaleVersion } from '#libs/ports/document-store/port';
import {
  Aggregates,
  DueRunner,
  InjectAggregates,
  inParallel,
  type Aggregate,
  type DueCause,
} from '#libs/runtime';
import type { ImportReport } from '../domain/import-report.js';
import { importFiles, imports } from '../imports.collection.js';
import { Registers } from './registers.js';

const reportEvery = 500;
const mostRounds = 5;

/** Writes what differs until nothing does; begun again after a crash it finds the rest. */
@Injectable()
export class RunImport implements OnModuleInit {
  constructor(
    @InjectAggregates(imports) private readonly imports: Aggregates<ImportReport>,
    private readonly registers: Registers,
    private readonly store: DocumentStore,
    private readonly clock: Clock,
    private readonly due: DueRunner,
  ) {}

  onModuleInit(): void {
    this.due.handle(imports, (document, cause) => this.execute(document, cause));
  }

  async execute({ id, state }: Aggregate<ImportReport>, cause: DueCause): Promise<void> {
    const file = await this.store.get(importFiles, id);
    if (!file) throw new Error('The file of a running import is gone');
    const bytes = gunzipSync(Buffer.from(file.content, 'base64'));
    for (let round = 0; round < mostRounds; round++) {
      const { writes } = await this.registers.plan(state, bytes);
      if (writes.length === 0) return this.finish(id, file.ver, cause);
      const before = Math.max(0, state.progress.total - writes.length);
      let done = 0;
      await inParallel(writes, async (write) => {
        await write(cause);
        done += 1;
        if (done % reportEvery === 0) await this.say(id, before + done, cause);
      });
    }
    throw new Error('What an import writes is changed by somebody else each time');
  }

  private async say(id: string, done: number, cause: DueCause): Promise<void> {
    await this.imports.change(id, cause, (state) =>
      done <= state.progress.done ? null : { state: { ...state, progress: { ...state.progress, done } } },
    );
  }

  private async finish(id: string, fileVer: number, cause: DueCause): Promise<void> {
    await this.imports.change(id, cause, (state) => ({
      state: {
        ...state,
        state: 'finished',
        progress: { ...state.progress, done: state.progress.total },
        finishedAt: new Date(this.clock.now()).toISOString(),
      },
    }));
    try {
      await this.store.remove(importFiles, id, fileVer);
    } catch (error) {
      if (!(error instanceof StaleVersion)) throw error;
    }
  }
}
