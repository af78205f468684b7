import { answerOf } from './answers.js';
import { api } from './client.js';
import type { Keyed } from './commands.js';
import type { components } from './schema.js';

interface Booking {
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

interface Waiting {
  readonly slotId: string;
  readonly body: components['schemas']['WaitingListBody'];
}

export const joinWaitingList = ({ slotId, body }: Waiting, header: Keyed) =>
  answerOf(api.POST('/api/slots/{id}/waiting-list', { params: { path: { id: slotId }, header }, body }));
