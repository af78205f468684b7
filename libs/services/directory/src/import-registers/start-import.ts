import { gzipSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { atField, type PostImportBody } from '#libs/contracts';
import { localDateOf } from '#libs/facts';
import { Clock } from '#libs/ports/clock/port';
import { AlreadyTaken, DocumentStore } from '#libs/ports/document-store/port';
import {
  Aggregates,
  InjectAggregates,
  can,
  idFrom,
  refuseAccess,
  type Actor,
  type CommandCause,
  type Outcome,
} from '#libs/runtime';
import { refuse } from '../domain/import.errors.js';
import { firstNotes, vanishesTooMuch, type ImportReport } from '../domain/import-report.js';
import type { Region } from '../domain/region.js';
import { importFiles, imports } from '../imports.collection.js';
import { regions } from '../regions.collection.js';
import type { ImportPlan } from './import-plan.js';
import { Registers } from './registers.js';

/**
 * Reads and compares the whole file before anything is written, so that a wrong file changes nothing. The writing is
 * due work of the report, which a crash interrupts and the next start goes on with.
 */
@Injectable()
export class StartImport {
  constructor(
    @InjectAggregates(imports) private readonly imports: Aggregates<ImportReport>,
    @InjectAggregates(regions) private readonly regions: Aggregates<Region>,
    private readonly registers: Registers,
    private readonly store: DocumentStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `access.not-yours`, `imports.region-…`, `imports.not-this-file`, `imports.too-many-vanish`, `imports.running` */
  async execute(body: PostImportBody, actor: Actor, cause: CommandCause): Promise<Outcome<ImportReport>> {
    await this.checkRegion(body, actor);
    const id = idFrom(cause);
    const before = await this.imports.get(id);
    if (before) return this.imports.create(id, cause, { state: before.state });
    if (!body.dryRun && (await this.imports.count('byState', { equals: 'running' })) > 0)
      throw refuse('imports.running');
    const now = this.clock.now();
    const asOf = body.asOf ?? localDateOf(now);
    const bytes = Buffer.from(body.content, 'base64');
    const plan = await this.registers.plan({ id, kind: body.kind, asOf, ...regionOf(body) }, bytes);
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

  /** A coordinator brings in lists of the own region; registers are for operators. */
  private async checkRegion(body: PostImportBody, actor: Actor): Promise<void> {
    const { regionId } = regionOf(body);
    if (body.kind === 'partners' && !regionId)
      throw refuse('imports.region-needed', atField('regionId', 'required', 'say which region'));
    if (!can(actor, 'imports.add', { regions: regionId ? [regionId] : [] }))
      throw refuseAccess('access.not-yours');
    if (regionId && !(await this.regions.get(regionId)))
      throw refuse('imports.region-unknown', atField('regionId', 'unknown', 'there is no such region'));
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

function regionOf({ kind, regionId }: PostImportBody): { regionId?: string } {
  return kind === 'partners' && regionId ? { regionId } : {};
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
    ...regionOf(body),
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
