import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';

/** One address in front of several processes: each connection goes to the next that takes it. */
export class Balancer {
  private next = 0;
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((client) => this.pass(client, this.ports.length));

  private constructor(private readonly ports: readonly number[]) {}

  /** `at` 0 takes a free port. */
  static async before(ports: readonly number[], at = 0): Promise<Balancer> {
    const balancer = new Balancer(ports);
    balancer.server.listen(at, '127.0.0.1');
    await once(balancer.server, 'listening');
    return balancer;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private pass(client: Socket, tries: number): void {
    const port = this.ports[this.next++ % this.ports.length] ?? 0;
    const server = connect({ port, host: '127.0.0.1' });
    server.once('connect', () => {
      for (const [one, other] of [
        [client, server],
        [server, client],
      ] as const) {
        this.sockets.add(one);
        one.pipe(other);
        one
          .on('error', () => other.destroy())
          .once('close', () => {
            this.sockets.delete(one);
            other.destroy();
          });
      }
    });
    server.once('error', () => {
      if (server.connecting || server.pending) {
        if (tries > 1) this.pass(client, tries - 1);
        else client.destroy();
      }
    });
  }
}
