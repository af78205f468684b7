import { UseFilters, Catch, type RpcExceptionFilter } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { throwError, type Observable } from 'rxjs';
import { eventTypeOf, type EventClass } from '#libs/contracts';
import type { EventCause } from '../aggregates/cause.js';

/** Marks the handlers of our own strategy; Nest leaves those of other transports alone. */
export const BUS = Symbol('leerbrug bus');

/** Nest's own filter would hide the error that decides between trying again, waiting and parking. */
@Catch()
class Rethrow implements RpcExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}

/**
 * The method handles events of that class: `(event, cause) => Promise`. It may run again for the same event; a
 * rejection means "again". Without parameter decorators Nest passes the payload only, hence the two applied here.
 */
export function OnEvent<E extends object>(eventClass: EventClass<E>) {
  return <M extends (event: E, cause: EventCause) => Promise<unknown>>(
    target: object,
    key: string,
    descriptor: TypedPropertyDescriptor<M>,
  ): void => {
    Payload()(target, key, 0);
    Ctx()(target, key, 1);
    UseFilters(Rethrow)(target, key, descriptor);
    EventPattern<string>(eventTypeOf(eventClass).type, BUS, { of: eventClass })(target, key, descriptor);
  };
}
