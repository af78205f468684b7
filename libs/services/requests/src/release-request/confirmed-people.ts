import { Injectable } from '@nestjs/common';
import type { PersonConfirmed } from '#libs/contracts';
import { Copies, InjectCopies } from '#libs/runtime';
import { confirmedCopies } from '../requests.collection.js';

/** Of whom somebody said that they teach somewhere. */
@Injectable()
export class ConfirmedPeople {
  constructor(@InjectCopies(confirmedCopies) private readonly copies: Copies<PersonConfirmed>) {}

  async teaches(personId: string, schoolLocationId: string): Promise<boolean> {
    return (await this.copies.get(keyOf(personId, schoolLocationId))) !== undefined;
  }

  keep(personId: string, seq: number, confirmed: PersonConfirmed): Promise<void> {
    return this.copies.put(keyOf(personId, confirmed.schoolLocationId), seq, confirmed);
  }
}

const keyOf = (personId: string, schoolLocationId: string) => `${personId}|${schoolLocationId}`;
