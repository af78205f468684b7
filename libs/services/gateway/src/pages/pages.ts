import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import helmet from '@fastify/helmet';
import serveStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Scripts are files of ours; styles too, or marked with this answer's own nonce. */
export async function restrictPages(fastify: FastifyInstance): Promise<void> {
  await fastify.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
      },
    },
    // Said with https only, by the guard.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  fastify.addHook('onSend', async (request, reply, payload) => {
    const isDocs =
      request.url.startsWith('/api/docs') && /html/.test(String(reply.getHeader('content-type')));
    return isDocs && typeof payload === 'string' ? withNonce(hidesWithoutStyle(payload), reply) : payload;
  });
}

/** The files of the web; its page is told the nonce where it says `__NONCE__`. */
export async function servePages(fastify: FastifyInstance, webRoot: string): Promise<void> {
  const page = await readFile(join(webRoot, 'index.html'), 'utf8');
  fastify.get('/', (_request, reply) => {
    void reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache');
    return reply.send(withNonce(page, reply));
  });
  await fastify.register(serveStatic, {
    root: webRoot,
    prefix: '/',
    wildcard: false,
    index: false,
    globIgnore: ['index.html'],
  });
}

function withNonce(html: string, reply: FastifyReply): string {
  const { style } = reply.cspNonce;
  return html.replaceAll('<style>', `<style nonce="${style}">`).replaceAll('__NONCE__', style);
}

/** The page of the API docs hides its icons by an attribute that the policy forbids. */
function hidesWithoutStyle(html: string): string {
  return html.replace('style="position:absolute;width:0;height:0"', 'width="0" height="0"');
}
