import { Controller } from '@nestjs/common';
import {
  RequestChanged,
  RequestPosted,
  RequestUnmet,
  RequestWithdrawn,
  type RequestSnapshot,
} from '#libs/contracts';
import { OnEvent, type EventCause } from '#libs/runtime';
import { KeptCopies } from '../market/kept-copies.js';
import { MarketPlace } from '../market/market-place.js';
import { ConsiderRequest } from './consider-request.js';
import { ReconsiderMatches } from './reconsider-matches.js';

/** What schools ask for, and what becomes of the matches of those that change or end. */
@Controller()
export class RequestConsumer {
  constructor(
    private readonly kept: KeptCopies,
    private readonly place: MarketPlace,
    private readonly consider: ConsiderRequest,
    private readonly matches: ReconsiderMatches,
  ) {}

  @OnEvent(RequestPosted)
  async posted({ request }: RequestPosted, cause: EventCause): Promise<void> {
    this.place.putRequest(cause.key, cause.seq, request);
    // Side by side: what is proposed is found in the market, not in the store; a repetition repeats both.
    await Promise.all([
      this.kept.requests.put(cause.key, cause.seq, request),
      this.consider.execute(cause.key, request, cause),
    ]);
  }

  @OnEvent(RequestChanged)
  async changed({ request }: RequestChanged, cause: EventCause): Promise<void> {
    await this.keep(request, cause);
    await this.matches.ofRequest(cause.key, cause);
  }

  /** Its proposals stay a question that can be asked; an offer that fits after all opens it again. */
  @OnEvent(RequestUnmet)
  unmet({ request }: RequestUnmet, cause: EventCause): Promise<void> {
    return this.keep(request, cause);
  }

  @OnEvent(RequestWithdrawn)
  async withdrawn({ request }: RequestWithdrawn, cause: EventCause): Promise<void> {
    await this.keep(request, cause);
    await this.matches.ofWithdrawnRequest(cause.key, cause);
  }

  private async keep(request: RequestSnapshot, { key, seq }: EventCause): Promise<void> {
    await this.kept.requests.put(key, seq, request);
    this.place.putRequest(key, seq, request);
  }
}
