import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Type } from 'class-transformer';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { refusals } from '#libs/contracts';
import { readCursor } from '#libs/ports/document-store/port';
import { bodyRefusals } from './validation.js';

const refuse = refusals(bodyRefusals);

/** A body with its revision (the ETag) and status. */
export class Answer<T> {
  constructor(
    readonly body: T,
    readonly rev: number,
    readonly status = 200,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}
}

@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((result: unknown) => {
        void reply.header('cache-control', 'no-store');
        if (!(result instanceof Answer)) return result;
        void reply.status(result.status).header('etag', `"${result.rev}"`).headers(result.headers);
        return result.body as unknown;
      }),
    );
  }
}

export class PageQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
  /** The `next` of the page before. */
  @IsOptional() @IsString() @MaxLength(500) cursor?: string;
}

/** Of a list that one screen shows whole, so that it need not be asked for in three. */
export class LongPageQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(500) limit?: number;
  /** The `next` of the page before. */
  @IsOptional() @IsString() @MaxLength(500) cursor?: string;
}

/** The part of a store's query that pages. @throws Refusal `query.cursor-invalid` */
export function pageOf(query: PageQuery): { limit: number; after?: string } {
  if (query.cursor) checkCursor(query.cursor);
  return { limit: query.limit ?? 50, ...(query.cursor ? { after: query.cursor } : {}) };
}

/** Where a list that counts its items goes on: its cursor is the number of those shown. @throws as `pageOf` */
export function offsetOf({ cursor = '0' }: PageQuery): number {
  if (!/^\d{1,9}$/.test(cursor)) throw cursorInvalid();
  return Number(cursor);
}

function checkCursor(cursor: string): void {
  try {
    readCursor(cursor);
  } catch {
    throw cursorInvalid();
  }
}

/** What a list that finds its own place answers to a cursor that is not one of its own. */
export function cursorInvalid() {
  return refuse('query.cursor-invalid', {
    errors: [{ path: 'cursor', code: 'cursor', message: 'is not the `next` of a page of this list' }],
  });
}
