import { once } from 'node:events';
import { createServer } from 'node:net';

/** Somebody else listens there already. */
export class PortInUse extends Error {
  override readonly name = 'PortInUse';
  constructor(port: number, options: ErrorOptions) {
    super(
      `Port ${port} is in use by another program. Choose another one, for example PORT=${port + 1}.`,
      options,
    );
  }
}

/** Found out before anything is started: the framework would fill the screen with its own account. @throws PortInUse */
export async function mustBeFree(host: string, port: number): Promise<void> {
  if (port === 0) return;
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause;
    throw new PortInUse(port, { cause });
  } finally {
    if (server.listening) await new Promise((closed) => server.close(closed));
  }
}
