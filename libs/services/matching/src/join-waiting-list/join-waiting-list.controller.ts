import { Body, Controller, Param, Post } from '@nestjs/common';
import { WaitingListBody, WaitingListPlaceView } from '#libs/contracts';
import { localDateOfDay, schoolYearOf } from '#libs/facts';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  Answers,
  KnownContacts,
  Command,
  CurrentActor,
  InjectAggregates,
  Policy,
  idFrom,
  type Actor,
  type CommandCause,
} from '#libs/runtime';
import { BookSlot } from '../book-slot/book-slot.js';
import { refuse } from '../domain/match.errors.js';
import { placesOf } from '../domain/sessions.js';
import { join, placeOf, type WaitingList } from '../domain/waiting-list.js';
import { termsOf } from '../make-match/match-in-slots.js';
import { SchoolSide } from '../make-match/school-side.js';
import { waitingListsAggregate } from '../matching.collection.js';

@Controller('api/slots')
export class JoinWaitingListController {
  constructor(
    @InjectAggregates(waitingListsAggregate) private readonly lists: Aggregates<WaitingList>,
    private readonly slots: BookSlot,
    private readonly school: SchoolSide,
    private readonly contacts: KnownContacts,
    private readonly clock: Clock,
  ) {}

  /** The place becomes the school's option as soon as it comes free. @throws Refusal `matches.slot-free`, … */
  @Post(':id/waiting-list')
  @Policy('slots.book')
  @Answers(WaitingListPlaceView, 201)
  async wait(
    @Param('id') slotId: string,
    @Body() body: WaitingListBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const { regionId, location } = this.school.of(body, actor, 'slots.book');
    const { slot, offer } = this.slots.bookable(slotId);
    const place = { regions: [regionId], school: body.schoolLocationId };
    await this.contacts.mustBe(body.contactId, actor, 'matches.answer', place);
    const id = idFrom(cause);
    const groups = this.school.groups(body.groups, body.schoolLocationId, location, {
      unnamed: id,
      schoolYear: schoolYearOf(localDateOfDay(slot.day)),
    });
    const wanted = groups.reduce((sum, group) => sum + placesOf(group, termsOf(offer)), 0);
    if (slot.takenGroups + wanted <= slot.capacityGroups) throw refuse('matches.slot-free');
    if (wanted > slot.capacityGroups)
      throw refuse('matches.does-not-fit', {
        detail: 'Daar is ook zonder anderen geen plaats voor deze groepen.',
      });
    const entry = {
      id,
      schoolLocationId: body.schoolLocationId,
      regionId,
      groups,
      contactId: body.contactId ?? actor.id,
      by: actor.id,
      since: new Date(this.clock.now()).toISOString(),
    };
    const { offerId, organisationId } = slot;
    const empty: WaitingList = { offerId, organisationId, regionIds: [], entries: [] };
    if (!(await this.lists.get(slotId)))
      await this.lists.create(slotId, { ...cause, key: null }, { state: empty });
    const { document } = await this.lists.change(slotId, cause, (list) => join(list, entry), 201);
    return { slotId, place: placeOf(document.state, entry), waiting: document.state.entries.length };
  }
}
