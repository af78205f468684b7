import { gzipSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import type { PostImportBody } from '#libs/contracts';
import { localDateOf } from '#libs/facts';
import { Clock } from '#libs/ports/clock/port';
import { AlreadyTaken, DocumentStore } from '#libs/ports/document-store/port';
import { Aggregates, InjectAggregates, idFrom, type CommandCause, type Outcome } from '#libs/runtime';
import { refuse } from '../domain/import.errors.js';
import { firstNotes, vanishesTooMuch, type ImportReport } from '../domain/import-report.js';
import { importFiles, imports } from '../imports.collection.js';
import { Registers, type ImportPlan } from './registers.js';

/**
 * Reads and compares the whole file before anything is written, so that a wrong file changes nothing. The writing is
 * due work of the report, which a crash interrupts and the next start goes on with.
 */
@Injectable()
export class StartImport {
  constructor(
    @InjectAggregates(imports) private readonly imports: Aggregates<ImportReport>,
    private readonly registers: Registers,
    private readonly store: DocumentStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `imports.not-this-file`, `imports.too-many-vanish`, `imports.running` */
  async execute(body: PostImportBody, cause: CommandCause): Promise<Outcome<ImportReport>> {
    const id = idFrom(cause);
    const before = await this.imports.get(id);
    if (before) return this.imports.create(id, cause, { state: before.state });
    if (!body.dryRun && (await this.imports.count('byState', { equals: 'running' })) > 0)
      throw refuse('imports.running');
    const now = this.clock.now();
    const asOf = body.asOf ?? localDateOf(now);
    const bytes = Buffer.from(body.content, 'base64');
    const plan = await this.registers.plan(body.kind, bytes, asOf);
    const report = reportOf(id, body, asOf, plan, new Date(now).toISOString());
    if (report.dryRun) return this.imports.create(id, cause, { state: report }, 201);
    if (!body.confirmVanishing && vanishesTooMuch(plan.counts.vanished, plan.known))
      throw refuse('imports.too-many-vanish', {
        detail: `${plan.counts.vanished} of ${plan.known} known locations are not in this file. Nothing was changed; if that is right, confirm it.`,
        facts: { counts: plan.counts, known: plan.known },
      });
    await this.keep(id, bytes);
    return this.imports.create(id, cause, { state: report }, 202);
  }

  private async keep(id: string, bytes: Buffer): Promise<void> {
    const file = { id, ver: 1, nextAt: null, unsent: null, content: gzipSync(bytes).toString('base64') };
    try {
      await this.store.insert(importFiles, file);
    } catch (error) {
      // An earlier try of the same command came this far.
      if (!(error instanceof AlreadyTaken)) throw error;
    }
  }
}

function reportOf(
  id: string,
  body: PostImportBody,
  asOf: string,
  plan: ImportPlan,
  startedAt: string,
): ImportReport {
  const dryRun = body.dryRun ?? false;
  return {
    id,
    kind: body.kind,
    filename: body.filename,
    asOf,
    dryRun,
    state: dryRun ? 'finished' : 'running',
    counts: plan.counts,
    progress: { done: 0, total: plan.writes.length },
    refusals: firstNotes(plan.refusals),
    remarks: firstNotes(plan.remarks),
    startedAt,
    ...(dryRun ? { finishedAt: startedAt } : {}),
  };
}
