import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/ports/clock/port';
import { DocumentStore, StaleVersion } from '#libs/ports/document-store/port';
import { Ids } from '#libs/ports/ids/port';
import { sha256 } from '#libs/runtime';
import type { Person } from '../domain/person.js';
import { endsAt, openSession, seen, type Session } from '../domain/session.js';
import { putDocument, removePast } from '../put-document.js';
import { sessions, type Challenge, type StoredSession } from './sessions.collection.js';

/** A session with what the browser is to hold, which is told once and not kept. */
export interface OpenedSession {
  readonly id: string;
  readonly personId: string;
  readonly secret: string;
  /** Epoch ms */
  readonly until: number;
}

type Changed = Partial<Session> & { readonly challenge?: Challenge | undefined };

const mostListed = 100;

@Injectable()
export class Sessions {
  constructor(
    private readonly store: DocumentStore,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** `replaces`: the hash of the session this browser had until now, which ends. */
  async open(person: Person, label: string, replaces?: string): Promise<OpenedSession> {
    const now = this.clock.wall();
    await removePast(this.store, sessions, now);
    const earlier = replaces && (await this.find(replaces));
    if (earlier) await this.remove(earlier);
    const operator = person.roles.some(({ role }) => role === 'operator');
    const session = openSession({ personId: person.id, operator, label, now });
    const secret = newSecret();
    const id = this.ids.next();
    await this.store.insert(sessions, {
      ...session,
      id,
      ver: 1,
      unsent: null,
      nextAt: endsAt(session),
      hash: sha256(secret),
    });
    return { id, personId: person.id, secret, until: session.absoluteUntil };
  }

  /** Undefined when there is none or it is over; notes now and then that it is used. */
  async use(hash: string): Promise<StoredSession | undefined> {
    const session = await this.find(hash);
    const changed = session && seen(session, this.clock.wall());
    return changed ? this.change(session.id, changed) : session;
  }

  /** The session under a new secret, so that whoever knew the old one is out. */
  async renew(session: StoredSession, changed: Changed): Promise<OpenedSession | undefined> {
    const secret = newSecret();
    const { id, personId, absoluteUntil } = session;
    const renewed = await this.change(id, changed, { from: session.hash, to: sha256(secret) });
    return renewed && { id, personId, secret, until: absoluteUntil };
  }

  /** Undefined when it ended meanwhile, or was renewed by somebody else. */
  async change(
    id: string,
    changed: Changed,
    hash?: { readonly from: string; readonly to: string },
  ): Promise<StoredSession | undefined> {
    let done = false;
    const stored = await putDocument(this.store, sessions, id, (kept) => {
      done = kept !== undefined && (!hash || kept.hash === hash.from);
      if (!kept || !done) return null;
      const session = { ...kept, ...changed, ...(hash ? { hash: hash.to } : {}) };
      return { ...session, nextAt: endsAt(session) };
    });
    return done ? stored : undefined;
  }

  /** Newest first. */
  async ofPerson(personId: string): Promise<readonly StoredSession[]> {
    const { items } = await this.store.find(sessions, 'byPerson', {
      equals: personId,
      order: 'descending',
      limit: mostListed,
    });
    return items.filter((session) => endsAt(session) > this.clock.wall());
  }

  /** False when this person has no such session. */
  async end(personId: string, id: string): Promise<boolean> {
    const session = await this.store.get(sessions, id);
    if (!session || session.personId !== personId) return false;
    await this.remove(session);
    return true;
  }

  private async find(hash: string): Promise<StoredSession | undefined> {
    const [session] = (await this.store.find(sessions, 'byHash', { equals: hash, limit: 1 })).items;
    return session && endsAt(session) > this.clock.wall() ? session : undefined;
  }

  private async remove({ id, ver }: StoredSession): Promise<void> {
    try {
      await this.store.remove(sessions, id, ver);
    } catch (error) {
      if (!(error instanceof StaleVersion)) throw error;
      const newer = await this.store.get(sessions, id);
      if (newer) await this.remove(newer);
    }
  }
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
