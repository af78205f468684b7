import { Injectable } from '@nestjs/common';
import { ActivityImported, event } from '#libs/contracts';
import { localDateOf, schoolYearOf } from '#libs/facts';
import { Clock } from '#libs/ports/clock/port';
import { Aggregates, InjectAggregates, type Cause } from '#libs/runtime';
import { groupChanged, knownGroup, type Group } from '../domain/group.js';
import { organisationChanged, type Organisation } from '../domain/organisation.js';
import type { ImportedActivity } from '../domain/partner-list/plan-activities.js';
import { listedPerson } from '../domain/partner-list/plan-contacts.js';
import { planList, type ListPlan } from '../domain/partner-list/plan-list.js';
import { listedOrganisation } from '../domain/partner-list/plan-partners.js';
import type { Person } from '../domain/person.js';
import { groups } from '../groups.collection.js';
import { importedActivities } from '../imported-activities.collection.js';
import { Addresses } from '../invite-people/addresses.js';
import { organisations } from '../organisations.collection.js';
import { people } from '../people.collection.js';
import { KnownOfList } from './known-of-list.js';
import { readPartners } from './read-partners.js';
import type { ImportPlan } from './import-plan.js';

type Write = (cause: Cause) => Promise<unknown>;

/** A region's list of partners: organisations, their contacts, and what they did with schools before. */
@Injectable()
export class PartnerLists {
  constructor(
    @InjectAggregates(organisations) private readonly organisations: Aggregates<Organisation>,
    @InjectAggregates(people) private readonly people: Aggregates<Person>,
    @InjectAggregates(groups) private readonly groups: Aggregates<Group>,
    @InjectAggregates(importedActivities) private readonly activities: Aggregates<ImportedActivity>,
    private readonly known: KnownOfList,
    private readonly addresses: Addresses,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `imports.not-this-file` */
  async plan(bytes: Buffer, regionId: string, importId: string): Promise<ImportPlan> {
    const read = readPartners(bytes, localDateOf(this.clock.now()));
    const plan = planList(read, await this.known.about(read.listed, regionId, importId));
    return {
      counts: plan.counts,
      refusals: plan.refusals,
      remarks: plan.remarks,
      known: 0,
      // People first: an organisation names its first contact.
      writes: [
        ...this.peopleOf(plan),
        ...this.organisationsOf(plan, regionId),
        ...this.groupsOf(plan, regionId),
        ...this.activitiesOf(plan),
      ],
    };
  }

  private peopleOf({ contacts }: ListPlan): Write[] {
    return contacts.map((planned) => async (cause) => {
      const id = await this.addresses.take(planned.listed.email, planned.id);
      return put(this.people, id, cause, (current) => ({ state: listedPerson({ ...planned, id }, current) }));
    });
  }

  private organisationsOf({ organisations, contacts }: ListPlan, regionId: string): Write[] {
    const emails = new Map(contacts.map(({ id, listed }) => [id, listed.email]));
    return organisations.map(({ contactId: listedId, ...planned }) => async (cause) => {
      const email = emails.get(listedId ?? '');
      // Somebody may have invited the contact since the list was read: under another id.
      const contactId = email && listedId ? await this.addresses.take(email, listedId) : listedId;
      return put(this.organisations, planned.id, cause, (current) => {
        const state = listedOrganisation(planned, current, { regionId, contactId });
        return { state, events: [organisationChanged(state)] };
      });
    });
  }

  private groupsOf({ groups }: ListPlan, regionId: string): Write[] {
    return groups.map(({ group, date, school }) => (cause) => {
      const at = {
        schoolLocationId: school.id,
        regionIds: school.regionIds.length > 0 ? school.regionIds : [regionId],
        schoolYear: schoolYearOf(date),
        now: this.clock.now(),
      };
      const state = knownGroup(group, at);
      return this.groups.create(state.id, cause, { state, events: [groupChanged(state)] });
    });
  }

  private activitiesOf({ activities }: ListPlan): Write[] {
    return activities.map(
      ({ id, state }) =>
        (cause) =>
          put(this.activities, id, cause, () => ({ state, events: [event(ActivityImported, state)] })),
    );
  }
}

async function put<S>(
  aggregates: Aggregates<S>,
  id: string,
  cause: Cause,
  decide: (current?: S) => { readonly state: S; readonly events?: readonly object[] },
): Promise<void> {
  const { repeated } = await aggregates.create(id, cause, decide());
  if (!repeated) return;
  await aggregates.change(id, cause, (current) => {
    const decision = decide(current);
    return JSON.stringify(decision.state) === JSON.stringify(current) ? null : decision;
  });
}
