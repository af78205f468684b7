import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';

/** One address in front of several processes or of one server: each connection goes to the next that takes it. */
export class Balancer {
  private next = 0;
  private delay = 0;
  private readonly ports = new Map<string, number>();
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((client) => {
    this.keep(client);
    this.pass(client, this.ports.size);
  });

  /** `at` 0 takes a free port. */
  static async listen(at = 0): Promise<Balancer> {
    const balancer = new Balancer();
    balancer.server.listen(at, '127.0.0.1');
    await once(balancer.server, 'listening');
    return balancer;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** From now on it has connections too; under the name of an earlier one instead of that. */
  join(name: string, port: number): void {
    this.ports.set(name, port);
  }

  leave(name: string): void {
    this.ports.delete(name);
  }

  /** Breaks every connection that there is; new ones are taken. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  /** Whatever passes waits that long, in milliseconds. */
  slow(milliseconds: number): void {
    this.delay = milliseconds;
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  private pass(client: Socket, tries: number): void {
    const ports = [...this.ports.values()];
    const port = ports[this.next++ % ports.length];
    if (port === undefined) return void client.destroy();
    const server = connect({ port, host: '127.0.0.1' });
    let connected = false;
    server.once('connect', () => {
      connected = true;
      this.keep(server);
      this.carry(client, server);
      this.carry(server, client);
    });
    server.once('error', () => {
      if (connected) return;
      if (tries > 1) this.pass(client, tries - 1);
      else client.destroy();
    });
  }

  private keep(socket: Socket): void {
    this.sockets.add(socket);
    socket.setNoDelay(true).on('error', () => socket.destroy());
    socket.once('close', () => this.sockets.delete(socket));
  }

  private carry(from: Socket, to: Socket): void {
    from.on('data', (bytes) => {
      const write = () => {
        if (!to.destroyed && !to.write(bytes)) from.pause();
      };
      if (this.delay === 0) return write();
      // Nothing is read meanwhile: what came first stays first.
      from.pause();
      setTimeout(() => {
        write();
        if (!to.writableNeedDrain) from.resume();
      }, this.delay);
    });
    to.on('drain', () => from.resume());
    from.once('end', () => to.end()).once('close', () => to.destroy());
  }
}
