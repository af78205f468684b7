import { Controller } from '@nestjs/common';
import {
  RequestChanged,
  RequestConsidered,
  RequestPosted,
  RequestUnmet,
  RequestWithdrawn,
  type RequestSnapshot,
} from '#libs/contracts';
import { Copies, InjectCopies, OnEvent, type EventCause } from '#libs/runtime';
import { wishOf, type Consideration, type Wish } from '../domain/demand.js';
import { considerationCopies, wishCopies } from '../impact.collection.js';

@Controller()
export class DemandConsumer {
  constructor(
    @InjectCopies(wishCopies) private readonly wishes: Copies<Wish>,
    @InjectCopies(considerationCopies) private readonly considerations: Copies<Consideration>,
  ) {}

  @OnEvent(RequestPosted)
  posted({ request }: RequestPosted, cause: EventCause): Promise<void> {
    return this.keep(request, cause);
  }

  @OnEvent(RequestChanged)
  changed({ request }: RequestChanged, cause: EventCause): Promise<void> {
    return this.keep(request, cause);
  }

  @OnEvent(RequestWithdrawn)
  withdrawn({ request }: RequestWithdrawn, cause: EventCause): Promise<void> {
    return this.keep(request, cause);
  }

  @OnEvent(RequestUnmet)
  unmet({ request }: RequestUnmet, cause: EventCause): Promise<void> {
    return this.keep(request, cause);
  }

  @OnEvent(RequestConsidered)
  considered({ requestId, fitting, obstacles }: RequestConsidered, { seq }: EventCause): Promise<void> {
    return this.considerations.put(requestId, seq, { fitting, obstacles });
  }

  private keep(request: RequestSnapshot, { key, seq }: EventCause): Promise<void> {
    return this.wishes.put(key, seq, wishOf(request));
  }
}
