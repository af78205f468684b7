import { queryOptions } from '@tanstack/react-query';
import { answerOf } from './answers.js';
import { api } from './client.js';
import type { Keyed } from './commands.js';
import type { components } from './schema.js';

export interface Booking {
  readonly slotId: string;
  readonly body: components['schemas']['BookSlotBody'];
}

/** Waits a moment for the place to be secured, so that the answer says so. */
export const bookSlot = ({ slotId, body }: Booking, header: Keyed) =>
  answerOf(
    api.POST('/api/slots/{id}/bookings', {
      params: { path: { id: slotId }, header: { ...header, prefer: 'wait=2' } },
      body,
    }),
  );

/** What it would cost; undefined asks nothing. */
export const bookingCostQuery = (booking: Booking | undefined) =>
  queryOptions({
    queryKey: ['catalogue', 'cost', booking],
    queryFn: ({ signal }) =>
      answerOf(
        api.POST('/api/slots/{id}/bookings/preview', {
          params: {
            path: { id: booking?.slotId ?? '' },
            header: { 'Idempotency-Key': crypto.randomUUID() },
          },
          body: booking?.body as Booking['body'],
          signal,
        }),
      ),
    enabled: booking !== undefined,
    retry: false,
  });

interface Waiting {
  readonly slotId: string;
  readonly body: components['schemas']['WaitingListBody'];
}

export const joinWaitingList = ({ slotId, body }: Waiting, header: Keyed) =>
  answerOf(api.POST('/api/slots/{id}/waiting-list', { params: { path: { id: slotId }, header }, body }));
