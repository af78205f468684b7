import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import helmet from '@fastify/helmet';
import serveStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { httpProblem, sendProblem } from '#libs/runtime';

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

/**
 * The files of the web, and its one page at every address that is no file: the page itself knows which screen that is.
 * It is told the nonce where it says `__NONCE__`, so nobody may keep it; files named after their content are kept for good.
 */
export async function servePages(fastify: FastifyInstance, webRoot: string): Promise<void> {
  const page = await readFile(join(webRoot, 'index.html'), 'utf8');
  const show = (request: FastifyRequest, reply: FastifyReply) => {
    if (isFile(request.url)) return sendProblem(reply, httpProblem(404));
    void reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    void reply.send(withNonce(page, reply));
  };
  fastify.get('/', show);
  fastify.get('/*', show);
  await fastify.register(serveStatic, {
    root: webRoot,
    prefix: '/',
    wildcard: false,
    index: false,
    globIgnore: ['index.html', '**/*.br', '**/*.gz'],
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const named = /[\\/]assets[\\/][^\\/]+-[\w-]{8}\.\w+(\.(br|gz))?$/.test(path);
      reply.header('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

function isFile(url: string): boolean {
  const path = url.split('?')[0] as string;
  return /^\/(assets|api)\//.test(path) || /\.\w{1,5}$/.test(path);
}

function withNonce(html: string, reply: FastifyReply): string {
  const { style } = reply.cspNonce;
  return html.replaceAll('<style>', `<style nonce="${style}">`).replaceAll('__NONCE__', style);
}

/** The page of the API docs hides its icons by an attribute that the policy forbids. */
function hidesWithoutStyle(html: string): string {
  return html.replace('style="position:absolute;width:0;height:0"', 'width="0" height="0"');
}
