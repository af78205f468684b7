import { Injectable } from '@nestjs/common';
import { atField, type OrganisationChanged, type PostOfferBody } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  Copies,
  InjectAggregates,
  InjectCopies,
  can,
  idFrom,
  refuseAccess,
  type Actor,
  type CommandCause,
  type Outcome,
} from '#libs/runtime';
import { refuse } from '../domain/offer.errors.js';
import { addOffer, type Offer } from '../domain/offer.js';
import { offersAggregate, organisationCopies } from '../offers.collection.js';
import { NameContact } from './name-contact.js';
import { ResolveLocation } from './resolve-location.js';

@Injectable()
export class AddOffer {
  constructor(
    @InjectAggregates(offersAggregate) private readonly offers: Aggregates<Offer>,
    @InjectCopies(organisationCopies) private readonly organisations: Copies<OrganisationChanged>,
    private readonly location: ResolveLocation,
    private readonly contact: NameContact,
    private readonly clock: Clock,
  ) {}

  /** A draft. @throws Refusal `offers.…` that names the field; idempotent by the command's key. */
  async execute(body: PostOfferBody, actor: Actor, cause: CommandCause): Promise<Outcome<Offer>> {
    const { organisationId } = body;
    const ownOrganisation = can(actor, 'offers.add', { regions: [], organisation: organisationId });
    if (!ownOrganisation && !actor.roles.some(({ role }) => role === 'coordinator')) throw notYours();
    const organisation = await this.organisations.get(organisationId);
    if (!organisation)
      throw refuse('offers.organisation-unknown', {
        errors: [{ path: 'organisationId', code: 'known', message: 'is not known here (yet)' }],
      });
    const place = { regions: organisation.regionIds, organisation: organisationId };
    if (!can(actor, 'offers.add', place)) throw notYours();
    const named = await this.contact.execute(body.contactId, actor, 'offers.add', place);
    if (!body.location && body.place !== 'online')
      throw refuse('offers.location-needed', atField('location', 'required', 'is required unless online'));
    const location = body.location ? await this.location.execute(body.location) : undefined;
    const id = idFrom(cause);
    const made = addOffer(body, {
      id,
      ...(location ? { location } : {}),
      contactId: named ?? (ownOrganisation ? actor.id : (organisation.firstContactId ?? actor.id)),
      regionIds: organisation.regionIds,
      madeBy: actor.id,
      now: this.clock.now(),
    });
    return this.offers.create(id, cause, made);
  }
}

function notYours() {
  return refuseAccess('access.not-yours', {
    errors: [{ path: 'organisationId', code: 'yours', message: 'is not an organisation you may act for' }],
  });
}
