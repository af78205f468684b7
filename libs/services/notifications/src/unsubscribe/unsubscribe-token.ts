import { createHmac, timingSafeEqual } from 'node:crypto';

/** Stands in mails for "no more of what can wait"; it does nothing else, and is good for ever. */
export class UnsubscribeTokens {
  constructor(private readonly secret: string) {}

  of(personId: string): string {
    return `${Buffer.from(personId).toString('base64url')}.${this.mark(personId).toString('base64url')}`;
  }

  /** A person's id; undefined for anything that is not a token of ours. */
  read(token: string): string | undefined {
    const [id = '', mark = ''] = token.split('.');
    const personId = Buffer.from(id, 'base64url').toString();
    const given = Buffer.from(mark, 'base64url');
    const right = this.mark(personId);
    return given.length === right.length && timingSafeEqual(given, right) ? personId : undefined;
  }

  private mark(personId: string): Buffer {
    return createHmac('sha256', this.secret).update(`unsubscribe ${personId}`).digest();
  }
}
