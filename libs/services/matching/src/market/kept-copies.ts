import { Injectable } from '@nestjs/common';
import type {
  GroupChanged,
  HeldSlot,
  OfferSnapshot,
  OrganisationChanged,
  RegionChanged,
  RequestSnapshot,
  SchoolLocationChanged,
} from '#libs/contracts';
import { Copies, InjectCopies } from '#libs/runtime';
import {
  groupCopies,
  holdCopies,
  locationCopies,
  offerCopies,
  organisationCopies,
  regionCopies,
  requestCopies,
} from '../matching.collection.js';

/** The stored half of the market: what a later start of any instance loads. */
@Injectable()
export class KeptCopies {
  constructor(
    @InjectCopies(locationCopies) readonly locations: Copies<SchoolLocationChanged>,
    @InjectCopies(organisationCopies) readonly organisations: Copies<OrganisationChanged>,
    @InjectCopies(regionCopies) readonly regions: Copies<RegionChanged>,
    @InjectCopies(offerCopies) readonly offers: Copies<OfferSnapshot>,
    @InjectCopies(requestCopies) readonly requests: Copies<RequestSnapshot>,
    @InjectCopies(groupCopies) readonly groups: Copies<GroupChanged>,
    @InjectCopies(holdCopies) readonly holds: Copies<{ slots: readonly HeldSlot[] }>,
  ) {}
}
