import { Injectable } from '@nestjs/common';
import { ServiceReads } from '#libs/runtime';

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

const pageSize = 100;

/** Lists of other services, page by page. Every method throws Unavailable when the owner is away. */
@Injectable()
export class InboxReads {
  constructor(private readonly reads: ServiceReads) {}

  /** At most `most` items, in the order of that list. */
  async every<T>(
    service: string,
    list: string,
    query: Readonly<Record<string, string>>,
    most = 1000,
  ): Promise<readonly T[]> {
    const found: T[] = [];
    let cursor: string | null = '';
    while (cursor !== null && found.length < most) {
      const asked: URLSearchParams = new URLSearchParams({
        ...query,
        limit: `${pageSize}`,
        ...(cursor ? { cursor } : {}),
      });
      const page: Page<T> | undefined = await this.reads.get(service, `${list}?${asked.toString()}`);
      found.push(...(page?.items ?? []));
      cursor = page?.next ?? null;
    }
    return found.slice(0, most);
  }

  one<T>(service: string, path: string): Promise<T | undefined> {
    return this.reads.get(service, path);
  }
}
