import { randomUUID } from 'node:crypto';
import { Ids } from '#libs/ports/ids/port';

export class RandomIds extends Ids {
  next(): string {
    return randomUUID();
  }
}
