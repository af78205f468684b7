import type { Location, OfferSlot, RequestNeed, Themes } from '../scoring/model.js';
import { Vocabulary } from './codes.js';
import { Lists, withRoom } from './columns.js';
import { emptyMarket, requestColumns, slotColumns, termColumns } from './market-data.js';
import { MarketInvalid } from './market-invalid.js';
import { Numbers } from './numbers.js';
import { PolicyTable, type RegionPolicy } from './policy-table.js';
import { checkRequest, writeRequest } from './request-rows.js';
import { byTerms } from './same-terms.js';
import { checkSlot, writeSlot } from './slot-rows.js';
import { TermGroups } from './term-groups.js';
import { checkTerms, writeTerms, type Naming } from './term-rows.js';
import { ThemeTable } from './theme-table.js';

/** Rows `slotFrom` … before `slotTo` belong to an offer, whether it needs all of them or not. */
interface OfferRows {
  slotFrom: number;
  slotTo: number;
  terms: number[];
}

const leastGarbage = 1024;

/**
 * Fills the flat arrays from what the scorer reads, change by change, and knows which row is whose. Rows stay where they
 * are until `tidy`. What is refused changes nothing.
 */
export class MarketStore {
  readonly data = emptyMarket();
  readonly groups = new TermGroups(this.data);
  private readonly slotIds: string[] = [];
  private readonly slotsOfRow: (OfferSlot | undefined)[] = [];
  private readonly offers = new Map<string, OfferRows>();
  private readonly offerOfSlot = new Map<string, string>();
  private readonly groupKeysOfRow: (readonly string[])[] = [];
  private readonly requestRows = new Map<string, number>();
  private readonly freeTerms: number[] = [];
  private readonly freeRequests: number[] = [];
  private readonly termLists = new Lists(this.data.termLists);
  private readonly requestLists = new Lists(this.data.requestLists);
  private readonly themes: ThemeTable;
  private readonly policies: PolicyTable;
  private readonly offerNumbers = new Numbers();
  private readonly naming: Naming;
  private garbage = 0;

  constructor(themes: Themes) {
    const { data } = this;
    this.themes = new ThemeTable(themes, data.themes);
    this.policies = new PolicyTable(data.policies, this.themes, data.themes);
    const organisations = new Numbers();
    let touching: Location | undefined;
    this.naming = {
      offer: (id) => this.offerNumbers.of(id),
      organisation: (id) => organisations.of(id),
      theme: (id) => this.themes.numberOf(id),
      words: new Vocabulary(),
      centre: (first) => (touching ??= first),
    };
  }

  /**
   * The slots of an offer in place of those it has.
   * @throws MarketInvalid when a slot belongs to another offer, its id is taken, or a value is no number
   */
  putOffer(offerId: string, slots: readonly OfferSlot[]): void {
    this.check(offerId, slots);
    const bundles = byTerms(slots);
    for (const [slot] of bundles) checkTerms(slot, this.naming);
    const rows = this.roomFor(slots.length, this.release(offerId));
    this.offers.set(offerId, rows);
    let row = rows.slotFrom;
    for (const bundle of bundles) {
      const terms = this.addTerms(bundle[0]);
      rows.terms.push(terms);
      this.data.terms.slotFrom[terms] = row;
      for (const slot of bundle) {
        writeSlot(this.data.slots, row, slot);
        this.data.slots.terms[row] = terms;
        this.slotIds[row] = slot.slotId;
        this.slotsOfRow[row] = slot;
        this.offerOfSlot.set(slot.slotId, offerId);
        row++;
      }
      this.data.terms.slotTo[terms] = row;
    }
    this.termLists.tidy(this.data.termCount, this.data.terms);
    this.data.termLists = this.termLists.numbers;
    for (const terms of rows.terms) this.groups.add(terms);
    this.policies.refresh();
  }

  /** False when there is no such offer. */
  removeOffer(offerId: string): boolean {
    const rows = this.release(offerId);
    if (!rows) return false;
    this.offers.delete(offerId);
    this.garbage += rows.slotTo - rows.slotFrom;
    return true;
  }

  /**
   * A request in place of the one with its id.
   * @throws MarketInvalid when a value is no number
   * @throws WeightsInvalid
   */
  putRequest(request: RequestNeed, policy: RegionPolicy): void {
    checkRequest(request, this.naming);
    const policyNumber = this.policies.numberOf(policy);
    const row = this.requestRows.get(request.id) ?? this.freeRequests.pop() ?? this.data.requestCount++;
    const requests = withRoom(this.data.requests, requestColumns, this.data.requestCount);
    this.data.requests = requests;
    this.requestRows.set(request.id, row);
    this.requestLists.put(row, writeRequest(requests, row, request, this.naming), requests);
    this.groupKeysOfRow[row] = request.groups.map(({ key }) => key);
    requests.policy[row] = policyNumber;
    requests.sectorPriority[row] = this.policies.sectorPriority(policyNumber, request);
    this.requestLists.tidy(this.data.requestCount, requests);
    this.data.requestLists = this.requestLists.numbers;
    this.policies.refresh();
  }

  /** False when there is no such request. */
  removeRequest(requestId: string): boolean {
    const row = this.requestRows.get(requestId);
    if (row === undefined) return false;
    this.requestRows.delete(requestId);
    this.requestLists.remove(row, this.data.requests);
    this.freeRequests.push(row);
    return true;
  }

  /** @throws MarketInvalid when there is no such request */
  requestRow(requestId: string): number {
    const row = this.requestRows.get(requestId);
    if (row === undefined) throw new MarketInvalid(requestId, 'no such request');
    return row;
  }

  /** The slot that was put, undefined where a row is nobody's. */
  slotAt(row: number): OfferSlot | undefined {
    return this.slotsOfRow[row];
  }

  slotIdAt(row: number): string {
    return this.slotIds[row]!;
  }

  slotIdsInOrder(): string[] {
    return this.slotIds.slice();
  }

  /** Keys of the groups of the request that stands in this row. */
  groupKeys(row: number): readonly string[] {
    return this.groupKeysOfRow[row]!;
  }

  findOfferNumber(offerId: string): number | undefined {
    return this.offerNumbers.find(offerId);
  }

  /** Moves the slots together when more than half of the rows are nobody's; says whether rows have changed. */
  tidy(): boolean {
    const { data } = this;
    if (this.garbage <= leastGarbage || 2 * this.garbage <= data.slotCount) return false;
    let end = 0;
    const inOrder = [...this.offers.values()].sort((one, other) => one.slotFrom - other.slotFrom);
    for (const rows of inOrder) {
      const { slotFrom, slotTo } = rows;
      for (const column of Object.values(data.slots)) column.copyWithin(end, slotFrom, slotTo);
      this.slotIds.copyWithin(end, slotFrom, slotTo);
      this.slotsOfRow.copyWithin(end, slotFrom, slotTo);
      for (const terms of rows.terms) {
        data.terms.slotFrom[terms]! -= slotFrom - end;
        data.terms.slotTo[terms]! -= slotFrom - end;
      }
      rows.slotFrom = end;
      rows.slotTo = end += slotTo - slotFrom;
    }
    this.slotIds.length = this.slotsOfRow.length = data.slotCount = end;
    this.garbage = 0;
    return true;
  }

  private check(offerId: string, slots: readonly OfferSlot[]): void {
    const ids = new Set<string>();
    for (const slot of slots) {
      const { slotId } = slot;
      const owner = this.offerOfSlot.get(slotId) ?? slot.offerId;
      if (owner !== offerId || slot.offerId !== offerId)
        throw new MarketInvalid(slotId, `it belongs to ${owner}, not to ${offerId}`);
      if (ids.has(slotId)) throw new MarketInvalid(slotId, 'two slots have this id');
      ids.add(slotId);
      checkSlot(slot);
    }
  }

  /** Nobody fits these rows any more; they stay with the offer. */
  private release(offerId: string): OfferRows | undefined {
    const rows = this.offers.get(offerId);
    if (!rows) return undefined;
    const { slots, terms } = this.data;
    for (const row of rows.terms) {
      this.groups.remove(row);
      this.termLists.remove(row, terms);
      terms.slotTo[row] = terms.slotFrom[row]!;
      this.freeTerms.push(row);
    }
    for (let row = rows.slotFrom; row < rows.slotTo; row++) {
      slots.blocked[row] = 1;
      slots.capacity[row] = 0;
      if (this.slotsOfRow[row]) this.offerOfSlot.delete(this.slotIds[row]!);
      this.slotsOfRow[row] = undefined;
    }
    rows.terms = [];
    return rows;
  }

  /** The rows the offer had if they suffice, else new ones. */
  private roomFor(count: number, had: OfferRows | undefined): OfferRows {
    if (had && had.slotTo - had.slotFrom >= count) return had;
    if (had) this.garbage += had.slotTo - had.slotFrom;
    const slotFrom = this.data.slotCount;
    this.data.slotCount += count;
    this.data.slots = withRoom(this.data.slots, slotColumns, this.data.slotCount);
    return { slotFrom, slotTo: this.data.slotCount, terms: [] };
  }

  private addTerms(slot: OfferSlot): number {
    const row = this.freeTerms.pop() ?? this.data.termCount++;
    this.data.terms = withRoom(this.data.terms, termColumns, this.data.termCount);
    this.termLists.put(row, writeTerms(this.data.terms, row, slot, this.naming), this.data.terms);
    return row;
  }
}
