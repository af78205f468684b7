import { Injectable } from '@nestjs/common';
import type { PostRequestBody } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  KnownContacts,
  InjectAggregates,
  can,
  idFrom,
  refuseAccess,
  type Actor,
  type CommandCause,
  type Outcome,
} from '#libs/runtime';
import { described } from '../domain/groups.js';
import { postRequest, regionFor, releaseRequest, type Request } from '../domain/request.js';
import { ConfirmedPeople } from '../release-request/confirmed-people.js';
import { requestsAggregate } from '../requests.collection.js';
import { SchoolFacts } from './school-facts.js';

@Injectable()
export class PostRequest {
  constructor(
    @InjectAggregates(requestsAggregate) private readonly requests: Aggregates<Request>,
    private readonly facts: SchoolFacts,
    private readonly confirmed: ConfirmedPeople,
    private readonly contacts: KnownContacts,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `requests.…` that names the field; idempotent by the command's key. */
  async execute(body: PostRequestBody, actor: Actor, cause: CommandCause): Promise<Outcome<Request>> {
    const ownSchool = { regions: [], school: body.schoolLocationId };
    if (!can(actor, 'requests.post', ownSchool) && !actor.roles.some(({ role }) => role === 'coordinator')) {
      throw notYours();
    }
    const location = await this.facts.location(body.schoolLocationId);
    // Before anything is said of the school's regions: that is for whoever may ask there in one of them.
    if (!can(actor, 'requests.post', { ...ownSchool, regions: location.regionIds })) throw notYours();
    const regionId = regionFor(location, body.regionId);
    const place = { regions: [regionId], school: body.schoolLocationId };
    if (!can(actor, 'requests.post', place)) throw notYours();
    await this.contacts.mustBe(body.contactId, actor, 'requests.post', place);
    const id = idFrom(cause);
    const [region, groups, roundAnswerBy] = await Promise.all([
      this.facts.region(regionId),
      this.facts.groupsOf(body.groups, location, { ...body, requestId: id }),
      this.facts.roundAnswerBy(regionId),
    ]);
    const claimed = onlyClaims(actor, body.schoolLocationId, regionId);
    const unconfirmed = claimed && !(await this.confirmed.teaches(actor.id, body.schoolLocationId));
    const made = postRequest(body, {
      location,
      groups,
      answerWorkingDays: region.settings.answerWorkingDays,
      ...(roundAnswerBy ? { roundAnswerBy } : {}),
      madeBy: actor.id,
      ...(unconfirmed ? { unconfirmed } : {}),
      now: this.clock.now(),
    });
    // Side by side, so that both share a commit; a repetition of the command repeats both.
    const [outcome] = await Promise.all([
      this.requests.create(id, cause, made),
      this.facts.remember(described(body.groups, groups), body.schoolLocationId),
    ]);
    // Somebody may have said so between our look and our write: then nobody else would release it.
    if (unconfirmed && (await this.confirmed.teaches(actor.id, body.schoolLocationId)))
      return this.requests.change(id, { ...cause, key: null }, releaseRequest, outcome.status);
    return outcome;
  }
}

/** Is it only a claim that lets this person ask for that school? */
function onlyClaims(actor: Actor, school: string, region: string): boolean {
  const roles = actor.roles.filter(({ role }) => role !== 'claimant');
  return !can({ ...actor, roles }, 'requests.post', { regions: [region], school });
}

function notYours() {
  return refuseAccess('access.not-yours', {
    errors: [{ path: 'schoolLocationId', code: 'yours', message: 'is not a school you may act for' }],
  });
}
