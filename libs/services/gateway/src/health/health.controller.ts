import { Controller, Get, Header, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { byName, moment, nullable, object, one, oneOf, optional, whole } from '#libs/contracts';
import { Answers, AnswersText, Policy, mayTry, type Peers } from '#libs/runtime';
import { Actors } from '../forward/actors.js';
import { services } from '../forward/routes.js';
import { signedIn } from '../forward/signed-in.js';
import { GatewayMetrics } from './gateway-metrics.js';
import { LAST_BACKUP, PEERS, PUBLIC_URL } from '../tokens.js';
import { isNear } from './near.js';

/** `away` when it does not answer. Operators see the `details`: each dependency's state. */
class ReadinessView {
  @oneOf(['ok', 'error', 'away']) status: 'ok' | 'error' | 'away';
  @optional @object details?: unknown;
}

class LivenessView {
  @oneOf(['ok']) status: 'ok';
}

class LastBackupView {
  @moment madeAt: string;
  /** Of the database. */
  @whole bytes: number;
}

class HealthView {
  @oneOf(['ok', 'error']) status: 'ok' | 'error';
  @byName({ $ref: '#/components/schemas/ReadinessView' }) services: Record<string, ReadinessView>;
  /** For operators, where Leerbrug makes its backups itself; null before the first. */
  @optional @nullable @one(() => LastBackupView) lastBackup?: LastBackupView | null;
}

export type LastBackup = () => Promise<LastBackupView | null>;

@Controller()
export class HealthController {
  constructor(
    @Inject(PEERS) private readonly peers: Peers,
    private readonly actors: Actors,
    private readonly own: GatewayMetrics,
    @Inject(PUBLIC_URL) private readonly publicUrl: () => string,
    @Inject(LAST_BACKUP) private readonly lastBackup: LastBackup | undefined,
  ) {}

  @Get('health/live')
  @Policy('health.read')
  @Answers(LivenessView)
  live(): LivenessView {
    return { status: 'ok' };
  }

  /** 200 when every service is ready, else 503; what exactly is wrong only operators read. */
  @Get('health/ready')
  @Policy('health.read')
  @Answers(HealthView, 200, 503)
  async ready(
    @Res({ passthrough: true }) reply: FastifyReply,
    @Req() request: FastifyRequest,
  ): Promise<HealthView> {
    const states = await Promise.all(
      services.map(async (name) => [name, await this.readinessOf(name)] as const),
    );
    const ok = states.every(([, { status }]) => status === 'ok');
    void reply.status(ok ? 200 : 503).header('cache-control', 'no-store');
    const operator = await this.isOperator(request);
    const shown = states.map(([name, state]) => [name, operator ? state : { status: state.status }] as const);
    return {
      status: ok ? 'ok' : 'error',
      services: Object.fromEntries(shown),
      ...(operator && this.lastBackup ? { lastBackup: await this.lastBackup() } : {}),
    };
  }

  /** Prometheus text of every service, for operators' tokens; on the machine itself, where nobody else comes, for any program. */
  @Get('metrics')
  @Policy('metrics.read')
  @AnswersText('text/plain')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async metrics(@Req() request: FastifyRequest): Promise<string> {
    if (!isNear(request, this.publicUrl())) signedIn(await this.actors.of(request), 'metrics.read');
    const texts = await Promise.all(services.map((name) => this.figuresOf(name)));
    return withoutRepeatedHelp([...texts, await this.own.registry.metrics()].join('\n'));
  }

  private async readinessOf(name: string): Promise<ReadinessView> {
    try {
      const response = await fetch(`${this.peers.get(name) ?? ''}/internal/ready`, {
        signal: AbortSignal.timeout(2_000),
      });
      return { status: response.ok ? 'ok' : 'error', details: await response.json() };
    } catch {
      return { status: 'away' };
    }
  }

  private async isOperator(request: FastifyRequest): Promise<boolean> {
    // While the directory is away nobody is known, and readiness must be told all the same.
    const actor = await this.actors.of(request).catch(() => undefined);
    return actor !== undefined && mayTry(actor, 'metrics.read');
  }

  /** Nothing of a service that is away, which stands among the figures itself. */
  private async figuresOf(service: string): Promise<string> {
    const text = await this.fetchText(service, '/internal/metrics');
    this.own.servicesUp.set({ service }, text === undefined ? 0 : 1);
    return text ?? '';
  }

  private async fetchText(name: string, path: string): Promise<string | undefined> {
    try {
      const response = await fetch(`${this.peers.get(name) ?? ''}${path}`, {
        signal: AbortSignal.timeout(2_000),
      });
      const text = await response.text();
      return response.ok ? text : undefined;
    } catch {
      return undefined;
    }
  }
}

/** Prometheus refuses a metric described twice; the services describe the same ones. */
function withoutRepeatedHelp(text: string): string {
  const seen = new Set<string>();
  return text
    .split('\n')
    .filter((line) => line !== '' && (!line.startsWith('#') || (!seen.has(line) && seen.add(line))))
    .join('\n')
    .concat('\n');
}
