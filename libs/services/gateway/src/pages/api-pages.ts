import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const addresses = { json: '/api/openapi.json', yaml: '/api/openapi.yaml', page: '/api/docs' };

/** The API's description and the page to read it on, out of an application that is made when somebody first asks. */
export function serveApiPages(fastify: FastifyInstance, describe: () => Promise<OpenAPIObject>): void {
  let pages: Promise<FastifyInstance> | undefined;
  const show = async (request: FastifyRequest, reply: FastifyReply) => {
    pages ??= makePages(describe);
    const made = await pages.catch((error: unknown) => {
      // The next who asks may be luckier.
      pages = undefined;
      throw error;
    });
    const { statusCode, headers, payload, rawPayload } = await made.inject({ url: request.url });
    const { 'content-type': type, location } = headers;
    if (type) void reply.type(String(type));
    if (location) void reply.header('location', location);
    return reply.code(statusCode).send(/html/.test(String(type)) ? payload : rawPayload);
  };
  for (const address of [...Object.values(addresses), `${addresses.page}/*`]) fastify.get(address, show);
}

async function makePages(describe: () => Promise<OpenAPIObject>): Promise<FastifyInstance> {
  const [{ SwaggerModule }, document] = await Promise.all([import('@nestjs/swagger'), describe()]);
  const app = await NestFactory.create<NestFastifyApplication>(ApiPages, new FastifyAdapter(), {
    logger: false,
    abortOnError: false,
  });
  SwaggerModule.setup(addresses.page, app, document, {
    jsonDocumentUrl: addresses.json,
    yamlDocumentUrl: addresses.yaml,
  });
  await app.init();
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.ready();
  return fastify;
}

class ApiPages {}
