import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const lookEvery = 25;

/**
 * Closes an application once its answers are given. Node closes connections that are idle when closing begins; those that
 * were busy then stay open for their keep-alive (72 s), so they are looked at again.
 */
export async function closeApplication(app: NestFastifyApplication): Promise<void> {
  const looking = setInterval(() => app.getHttpServer().closeIdleConnections(), lookEvery);
  try {
    await app.close();
  } finally {
    clearInterval(looking);
  }
}
