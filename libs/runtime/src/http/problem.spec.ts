import { BadRequestException, NotFoundException, type ArgumentsHost } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Refusal, Unavailable, type RefusalKind } from '#libs/contracts';
import { NotSignedIn, ProblemFilter, httpProblem, problemOf, sendProblem } from './problem.js';

describe('a problem document', () => {
  it.each<[RefusalKind, number]>([
    ['invalid', 400],
    ['forbidden', 403],
    ['missing', 404],
    ['conflict', 409],
    ['gone', 410],
    ['stale', 412],
    ['not-yet', 422],
    ['key-reused', 422],
    ['unconditional', 428],
  ])('gives a refusal of the kind %s the status %i', (kind, status) => {
    const problem = problemOf(new Refusal('things.no', kind, 'Not so.'));

    expect(problem).toMatchObject({ status, code: 'things.no', detail: 'Not so.', errors: [] });
    expect(problem.title).not.toBe('Error');
    expect(problem.type).toBe('/docs/errors#things.no');
  });

  it('names the fields and carries the facts, which cannot pass for its own members', () => {
    const errors = [{ path: 'name', code: 'required', message: 'is required' }];
    const facts = { alternatives: [1], status: 200, code: 'fine' };
    const problem = problemOf(
      new Refusal('things.no', 'invalid', 'Not so.', { detail: 'name: is required', errors, facts }),
    );

    expect(problem).toMatchObject({
      detail: 'name: is required',
      errors,
      alternatives: [1],
      status: 400,
      code: 'things.no',
    });
  });

  it.each<[string, unknown, number, string]>([
    ['nobody signed in', new NotSignedIn(), 401, 'http.not-signed-in'],
    ['a part that is away', new Unavailable('the store'), 503, 'http.unavailable'],
    ['a route that is not there', new NotFoundException(), 404, 'http.no-such-route'],
    ['broken JSON', new BadRequestException(), 400, 'http.unreadable'],
    ['too large a body', Object.assign(new Error(), { statusCode: 413 }), 413, 'http.too-large'],
    ['a status nobody expected', Object.assign(new Error(), { statusCode: 418 }), 418, 'http.unreadable'],
    [
      'an error that calls itself fine',
      Object.assign(new Error(), { statusCode: 200 }),
      500,
      'http.internal',
    ],
    ['a bug', new TypeError('cannot read secret'), 500, 'http.internal'],
    ['nothing', null, 500, 'http.internal'],
    ['a text', 'oops', 500, 'http.internal'],
  ])('is made of %s', (_what, error, status, code) => {
    const problem = problemOf(error);

    expect(problem).toMatchObject({ status, code });
    expect(JSON.stringify(problem)).not.toContain('secret');
  });

  it('calls an unknown status of ours our fault', () => {
    expect(httpProblem(599)).toMatchObject({ status: 599, code: 'http.internal', title: 'Error' });
  });

  const aReply = () => {
    const sent: { headers: Record<string, string>; status?: number; type?: string; body?: unknown } = {
      headers: {},
    };
    const reply = {
      header: (name: string, value: string) => ((sent.headers[name] = value), reply),
      status: (status: number) => ((sent.status = status), reply),
      type: (type: string) => ((sent.type = type), reply),
      send: (body: unknown) => ((sent.body = body), reply),
    };
    return { sent, reply: reply as unknown as FastifyReply };
  };

  it.each<[RefusalKind, string | undefined]>([
    ['not-yet', '1'],
    ['key-reused', undefined],
    ['conflict', undefined],
  ])('asks to come again for %s: %s', (kind, wait) => {
    const { sent, reply } = aReply();
    sendProblem(reply, problemOf(new Refusal(`things.${kind}`, kind, 'No.')));

    expect(sent.headers['retry-after']).toBe(wait);
    expect(sent.type).toBe('application/problem+json');
  });

  it('tells the log of our own faults, and of no refusal', () => {
    const failed: unknown[] = [];
    const { sent, reply } = aReply();
    const host = { switchToHttp: () => ({ getRequest: () => ({}), getResponse: () => reply }) };
    const filter = new ProblemFilter((error) => failed.push(error));

    filter.catch(new Refusal('things.no', 'conflict', 'No.'), host as unknown as ArgumentsHost);
    expect([failed, sent.status]).toEqual([[], 409]);
    filter.catch(new Unavailable('the store'), host as unknown as ArgumentsHost);
    expect([failed.length, sent.status, sent.headers['retry-after']]).toEqual([1, 503, '1']);
  });
});
