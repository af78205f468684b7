import { randomBytes } from 'node:crypto';
// Its types add `cookies` and `setCookie`.
import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sha256 } from '#libs/runtime';

const secretText = /^[A-Za-z0-9_-]{43}$/;
const dayMs = 86_400_000;

/** The two cookies there are: a browser's session, and the browser itself while it waits for a code. */
export class Cookies {
  constructor(
    private readonly publicUrl: () => string,
    /** Wall clock, epoch ms. */
    private readonly now: () => number,
  ) {}

  /** Whether people come over https, by the address that links start with. */
  secure(): boolean {
    return this.publicUrl().startsWith('https:');
  }

  /** What identifies the session, never what the browser holds. */
  session(request: FastifyRequest): string | undefined {
    return this.hashOf(request, 'leerbrug');
  }

  browser(request: FastifyRequest): string | undefined {
    return this.hashOf(request, 'leerbrug_browser');
  }

  /** The hash by which this browser is known from now on. */
  markBrowser(request: FastifyRequest, reply: FastifyReply): string {
    const known = this.browser(request);
    if (known) return known;
    const secret = randomBytes(32).toString('base64url');
    this.set(reply, 'leerbrug_browser', secret, this.now() + 30 * dayMs);
    return sha256(secret);
  }

  /** `until` in epoch ms. */
  holdSession(reply: FastifyReply, secret: string, until: number): void {
    this.set(reply, 'leerbrug', secret, until);
  }

  dropSession(reply: FastifyReply): void {
    this.set(reply, 'leerbrug', '', 0);
  }

  private hashOf(request: FastifyRequest, name: string): string | undefined {
    const secret = request.cookies[this.named(name)];
    return secret && secretText.test(secret) ? sha256(secret) : undefined;
  }

  private set(reply: FastifyReply, name: string, value: string, until: number): void {
    void reply.setCookie(this.named(name), value, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.secure(),
      expires: new Date(until),
    });
  }

  /** With `__Host-` no other host and no page without TLS can put one there; without https browsers refuse that name. */
  private named(name: string): string {
    return this.secure() ? `__Host-${name}` : name;
  }
}
