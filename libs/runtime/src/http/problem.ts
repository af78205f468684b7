import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, Unavailable, type FieldError, type RefusalKind } from '#libs/contracts';

/** RFC 9457, with our stable `code` and the fields that are wrong. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly errors: readonly FieldError[];
  readonly [fact: string]: unknown;
}

export class NotSignedIn extends Error {
  override readonly name = 'NotSignedIn';
}

export const statusOf: Readonly<Record<RefusalKind, number>> = {
  invalid: 400,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  gone: 410,
  stale: 412,
  'not-yet': 422,
  'key-reused': 422,
  unconditional: 428,
  'too-many': 429,
};

const titles: Record<number, string> = {
  400: 'This is not right yet',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Not possible here',
  409: 'Not possible now',
  410: 'Gone',
  411: 'Length required',
  412: 'Changed in the meantime',
  413: 'Too large',
  415: 'Not JSON',
  422: 'Not possible yet',
  428: 'Say which version you saw',
  429: 'Too many requests',
  500: 'Our fault',
  503: 'Not available just now',
};

export const httpProblems: Record<number, { code: string; says: string }> = {
  400: { code: 'http.unreadable', says: 'The body is not valid JSON.' },
  401: { code: 'http.not-signed-in', says: 'Sign in, or send a valid token as "Authorization: Bearer …".' },
  404: { code: 'http.no-such-route', says: 'There is nothing at this address.' },
  411: { code: 'http.length-required', says: 'Send the length of the body.' },
  413: { code: 'http.too-large', says: 'The body is larger than 64 KiB.' },
  415: { code: 'http.not-json', says: 'Send the body as application/json.' },
  429: { code: 'http.too-many', says: 'Too many requests; wait a moment.' },
  500: {
    code: 'http.internal',
    says: 'Something failed on our side. Nothing of your command is half done; try again.',
  },
  503: {
    code: 'http.unavailable',
    says: 'A part of Leerbrug cannot be reached just now. Try again in a moment.',
  },
};

export function problem(
  status: number,
  code: string,
  detail: string,
  errors: readonly FieldError[] = [],
  facts: Readonly<Record<string, unknown>> = {},
): Problem {
  return {
    ...facts,
    type: `/docs/errors#${code}`,
    title: titles[status] ?? 'Error',
    status,
    detail,
    code,
    errors,
  };
}

/** A problem of the transport itself, e.g. 413. */
export function httpProblem(status: number): Problem {
  const known = httpProblems[status] ?? (status >= 500 ? httpProblems[500] : httpProblems[400]);
  return problem(status, known?.code ?? 'http.unreadable', known?.says ?? '');
}

export function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) {
    const { detail: _, errors, facts } = error.explained;
    return problem(statusOf[error.kind], error.code, error.message, errors, facts);
  }
  if (error instanceof NotSignedIn) return httpProblem(401);
  if (error instanceof Unavailable) return httpProblem(503);
  if (error instanceof HttpException) return httpProblem(error.getStatus());
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return httpProblem(typeof status === 'number' && status >= 400 && status < 500 ? status : 500);
}

export function sendProblem(reply: FastifyReply, body: Problem): void {
  if (body.status === 422 && !body.code.endsWith('key-reused')) void reply.header('retry-after', '1');
  if (body.status === 503) void reply.header('retry-after', '1');
  if (body.status === 429) void reply.header('retry-after', String(Number(body['retryAfterSeconds'] ?? 1)));
  void reply.status(body.status).type('application/problem+json').send(body);
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly failed: (error: unknown, request: FastifyRequest) => void,
    /** Told of who was kept from something, and from something of others. */
    private readonly refused: (code: string, request: FastifyRequest) => void = () => {},
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const body = problemOf(error);
    const request = http.getRequest<FastifyRequest>();
    if (body.status >= 500) this.failed(error, request);
    if (isWorthNoting(body, request)) this.refused(body.code, request);
    sendProblem(http.getResponse<FastifyReply>(), body);
  }
}

/** Whoever is kept from something, tries at what is not theirs, or fails to show who they are. */
function isWorthNoting({ status, code }: Problem, { method }: FastifyRequest): boolean {
  if (status === 403 || (status === 404 && method !== 'GET')) return true;
  return status < 500 && /^(sign-in|second-factor|oidc)\./.test(code);
}
