import { hash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { refusals } from '#libs/contracts';
import type { WithActor } from '../access/access.guard.js';
import type { Actor } from '../access/actor.js';
import type { CommandCause } from '../aggregates/cause.js';

export const headerRefusals = {
  'http.idempotency-key-missing': {
    kind: 'invalid',
    says: 'Send an Idempotency-Key of 1 to 200 ASCII characters with every POST, a new one for each new command.',
  },
  'http.if-match-missing': {
    kind: 'unconditional',
    says: 'Send If-Match with the ETag of the version you saw.',
  },
} as const;

const refuse = refusals(headerRefusals);

const sha256 = (text: string) => hash('sha256', text, 'hex');

/** What is nested deeper is no body of ours: it is refused while this is made, and must not exhaust the stack first. */
const deepest = 40;

/** JSON with its keys in order, so that the same body is the same text. */
function canonical(value: unknown, depth = 0): string {
  if (depth > deepest) return '…';
  if (Array.isArray(value)) return `[${value.map((inner) => canonical(inner, depth + 1)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner, depth + 1)}`).join(',')}}`;
}

function revOf(header: string | undefined): number {
  const match = /^(?:W\/)?"(\d+)"$/.exec(header ?? '');
  if (!match) throw refuse('http.if-match-missing');
  return Number(match[1]);
}

/** PATCH has `If-Match` instead; DELETE is idempotent by nature and may go without. */
function keyOf(request: WithActor): string | null {
  const header = request.headers['idempotency-key'];
  if (request.method === 'PATCH' || (request.method === 'DELETE' && header === undefined)) return null;
  if (typeof header !== 'string' || !/^[\x20-\x7e]{1,200}$/.test(header))
    throw refuse('http.idempotency-key-missing');
  return sha256(`${request.actor.id} ${request.method} ${request.url.split('?')[0]} ${header}`).slice(0, 40);
}

/** The cause that an HTTP command is; a PATCH must say which version it saw, a POST must carry a key. */
export const Command = createParamDecorator((_data: unknown, context: ExecutionContext): CommandCause => {
  const request = context.switchToHttp().getRequest<WithActor>();
  const patch = request.method === 'PATCH';
  const correlation = request.headers['x-correlation-id'];
  const key = keyOf(request);
  return {
    kind: 'command',
    actor: request.actor.id,
    key,
    bodyHash: sha256(canonical(request.body ?? null)).slice(0, 40),
    correlationId: typeof correlation === 'string' ? correlation.slice(0, 120) : request.id,
    causationId: key,
    ...(patch ? { ifRev: revOf(request.headers['if-match']) } : {}),
  };
});

export const CurrentActor = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Actor => context.switchToHttp().getRequest<WithActor>().actor,
);

/** The id of what a creating command makes: the same command makes the same id. */
export function idFrom(cause: CommandCause, salt = ''): string {
  return sha256(`${cause.key ?? ''} ${salt}`).slice(0, 32);
}

export { refuse, sha256 };
