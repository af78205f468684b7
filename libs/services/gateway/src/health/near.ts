import type { FastifyRequest } from 'fastify';

const loopback = /^(::ffff:)?127\.|^::1$/;
const loopbackNames = /^(localhost|127\.[0-9.]+|\[::1\])$/;
const relayed = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const;

/**
 * Does this come from a program on this very machine? Where people come in over a network that cannot be told: behind a
 * proxy on the same machine everybody seems to be here.
 */
export function isNear(request: Pick<FastifyRequest, 'headers' | 'socket'>, publicUrl: string): boolean {
  const { headers, socket } = request;
  if (!loopbackNames.test(new URL(publicUrl).hostname)) return false;
  return loopback.test(socket.remoteAddress ?? '') && relayed.every((name) => headers[name] === undefined);
}
