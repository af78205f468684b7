import {
  CallAnswered,
  OfferChanged,
  OfferPublished,
  type ActivityPlace,
  type RequestedGroup,
} from '#libs/contracts';
import { addCalledSlot, calledOffer } from './called-offer.js';
import { addOffer, publishOffer, removeSlot, withdrawOffer, type Offer } from './offer.js';

const now = Date.parse('2026-11-23T09:00:00+01:00');
const who = { contactId: 'jan', regionIds: ['ijssel'], now };
const answered: CallAnswered = Object.assign(new CallAnswered(), {
  requestId: 'a-request',
  organisationId: 'factory',
  offerId: 'an-offer',
  makeOffer: true,
  title: 'Een robotarm in de klas',
  start: '2027-01-12T08:00:00Z',
  end: '2027-01-12T10:30:00+01:00',
});
const slot = {
  id: 'an-offer.2027-01-12T08:00:00Z',
  start: '2027-01-12T09:00:00+01:00',
  end: '2027-01-12T10:30:00+01:00',
};
const group = (changes: Partial<RequestedGroup>): RequestedGroup => ({
  groupId: 'g',
  sector: 'po',
  grades: [],
  levels: [],
  pupils: 20,
  name: '',
  ...changes,
});
const request = {
  kind: 'guest-lesson' as const,
  themes: ['hi-tech-science/robotics'],
  places: ['at-school', 'at-partner', 'online'] as ActivityPlace[],
  groups: [
    group({ grades: ['7'], pupils: 26 }),
    group({ grades: ['7', '8'] }),
    group({ sector: 'vo', levels: ['havo'] }),
  ],
};

describe('an offer made for a call', () => {
  it('is published with the one slot, for the groups that were asked for', () => {
    const { state, events } = calledOffer(answered, request, who);

    expect(events).toEqual([expect.any(OfferPublished)]);
    expect(state).toMatchObject({
      state: 'published',
      organisationId: 'factory',
      kind: 'guest-lesson',
      title: 'Een robotarm in de klas',
      themes: request.themes,
      audience: [
        { sector: 'po', grades: ['7', '8'] },
        { sector: 'vo', levels: ['havo'] },
      ],
      pupils: { min: 1, max: 26 },
      pupilsPerGroup: 26,
      promise: 'by-appointment',
      place: 'at-school',
      durationMinutes: 90,
      slots: [{ ...slot, groups: 3 }],
      contactId: 'jan',
      regionIds: ['ijssel'],
    });
  });
});

describe('where an offer made for a call is', () => {
  const location = { place: 'Zwolle', lat: 52.51, lon: 6.09 };

  it.each([
    ['guest-lesson', ['at-school', 'at-partner', 'online'], 'at-school'],
    ['guest-lesson', ['at-partner'], 'at-partner'],
    ['museum-visit', ['at-school', 'at-partner', 'online'], 'at-partner'],
    ['company-visit', ['at-partner'], 'at-partner'],
    ['workshop', ['online'], 'online'],
  ] as const)('of a %s that may be %j: %s', (kind, places, place) => {
    const asked = { ...request, kind, places: [...places] };

    expect(calledOffer(answered, asked, { ...who, location }).state).toMatchObject({ place, location });
  });
});

describe('a time that a partner named for a call', () => {
  const offer = (): Offer => {
    const later = { start: '2027-01-19T09:00:00+01:00', end: '2027-01-19T12:00:00+01:00' };
    const earlier = { start: slot.start, end: slot.end };
    const draft = addOffer(
      {
        organisationId: 'factory',
        kind: 'guest-lesson',
        title: 'Een robotarm',
        themes: request.themes,
        audience: [{ sector: 'po' }],
        promise: 'by-appointment',
        durationMinutes: 90,
        place: 'at-school',
        slots: [later, earlier],
      },
      { ...who, id: 'an-offer', madeBy: 'jan' },
    );
    return publishOffer('an-offer', draft.state, now).state;
  };

  it('becomes a slot of the offer, in its place', () => {
    const made = addCalledSlot(removeSlot('an-offer', offer(), slot.id).state, answered, request.groups);

    expect(made?.state.slots.map(({ start }) => start.slice(0, 10))).toEqual(['2027-01-12', '2027-01-19']);
    expect(made?.state.slots[0]?.groups).toBe(3);
    expect(made?.events).toEqual([expect.any(OfferChanged)]);
  });

  it('changes nothing when it is there already, or the offer is withdrawn', () => {
    expect(addCalledSlot(offer(), answered, request.groups)).toBeNull();
    const gone = withdrawOffer(removeSlot('an-offer', offer(), slot.id).state).state;
    expect(addCalledSlot(gone, answered, request.groups)).toBeNull();
  });

  it('is told when the offer is published', () => {
    const draft: Offer = { ...removeSlot('an-offer', offer(), slot.id).state, state: 'draft' };

    expect(addCalledSlot(draft, answered, request.groups)?.events).toEqual([]);
  });
});
