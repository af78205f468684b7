import { v7 } from 'uuid';
import { Ids } from '#libs/ports/ids/port';

/**
 * RFC 9562, version 7: the later id sorts behind the earlier one. Rows that are made together lie together in an index,
 * so that a commit writes few pages, where random ids touch one each.
 */
export class TimeOrderedIds extends Ids {
  next(): string {
    return v7();
  }
}
