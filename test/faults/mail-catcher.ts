import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A mail server that keeps of each mail its message id. */
export class MailCatcher {
  readonly ids: string[] = [];
  port = 0;
  private server: SMTPServer | undefined;

  /** Takes mails, at the same port whenever it opens. */
  async open(): Promise<void> {
    this.server = new SMTPServer({
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
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server.server, 'listening');
    // Whoever is killed while it mails breaks off.
    this.server.on('error', () => undefined);
    this.port = (this.server.server.address() as AddressInfo).port;
  }

  /** Refuses connections, and breaks off those that there are. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      if (this.server) this.server.close(resolve);
      else resolve();
    });
  }
}
