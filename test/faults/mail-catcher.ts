import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A mail server that keeps of each mail its message id. */
export class MailCatcher {
  readonly ids: string[] = [];
  private readonly server = new SMTPServer({
    logger: false,
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 1,
    onData: (stream, _session, done) => {
      void text(stream).then((mail) => {
        this.ids.push(/^message-id: <(.+)>\r?$/im.exec(mail)?.[1] ?? '');
        done();
      }, done);
    },
  });

  static async start(): Promise<MailCatcher> {
    const catcher = new MailCatcher();
    catcher.server.listen(0, '127.0.0.1');
    await once(catcher.server.server, 'listening');
    return catcher;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }
}
