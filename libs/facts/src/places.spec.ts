import { distanceKm, findPlace, findPlaces } from './places.js';

describe('a place by name', () => {
  it.each([
    ['Zwolle', 'Zwolle', 'Overijssel'],
    ['ZWOLLE', 'Zwolle', 'Overijssel'],
    [' zwolle ', 'Zwolle', 'Overijssel'],
    ["'S-GRAVENHAGE", 'Den Haag', 'Zuid-Holland'],
    ['’s-Gravenhage', 'Den Haag', 'Zuid-Holland'],
    ['Den Haag', 'Den Haag', 'Zuid-Holland'],
    ['Den Bosch', "'s-Hertogenbosch", 'Noord-Brabant'],
    ["'s Hertogenbosch", "'s-Hertogenbosch", 'Noord-Brabant'],
    ['ALMERE', 'Almere Stad', 'Flevoland'],
    ['HENGELO OV', 'Hengelo', 'Overijssel'],
    ['Hengelo (Gld)', 'Hengelo', 'Gelderland'],
    ['OOSTERHOUT NB', 'Oosterhout', 'Noord-Brabant'],
    ['NIEUWERKERK AD IJSSEL', 'Nieuwerkerk aan den IJssel', 'Zuid-Holland'],
    ['FEANWALDEN', 'Feanwâlden', 'Friesland'],
    ['ST.-ANNAPAROCHIE', 'Sint Annaparochie', 'Friesland'],
    ['NES GEM AMELAND', 'Nes', 'Friesland'],
    ['HOOGVLIET ROTTERDAM', 'Hoogvliet', 'Zuid-Holland'],
    ['ETTEN LEUR', 'Etten-Leur', 'Noord-Brabant'],
  ])('%s is %s in %s', (text, name, province) => {
    expect(findPlace(text)).toMatchObject({ name, province, approximate: false });
  });

  it.each(['', '-', 'Nergenshuizen', 'Parijs', 'constructor', 'OV'])('%j is none', (text) => {
    expect(findPlace(text)).toBeUndefined();
  });

  it('is the namesake of its municipality when several share the name', () => {
    expect(findPlaces('Hengelo')).toHaveLength(2);
    expect(findPlace('Hengelo')).toMatchObject({ province: 'Overijssel' });
    expect(findPlace('Rijswijk')).toMatchObject({ province: 'Zuid-Holland' });
  });

  it('stays open when nothing tells namesakes apart', () => {
    expect(findPlaces('Nes')).toHaveLength(2);
    expect(findPlace('Nes')).toBeUndefined();
  });

  it('follows the hint', () => {
    expect(findPlace('Hengelo', { province: 'Gelderland' })).toMatchObject({ municipality: '1876' });
    expect(findPlace('Nes', { municipality: '0060' })?.lat).toBeCloseTo(53.445, 2);
    expect(findPlace('Zwolle', { province: 'Gelderland' })).toBeUndefined();
  });

  it('becomes the middle of the municipality when the village is unknown', () => {
    const place = findPlace('ALTEVEER GEM NOORDENVELD', { municipality: '1699' });

    expect(place).toMatchObject({ name: 'Noordenveld', province: 'Drenthe', approximate: true });
    expect(findPlace('ALTEVEER GEM NOORDENVELD')).toBeUndefined();
  });

  it('is not a namesake at the other end of the country', () => {
    expect(findPlace('HAREN', { municipality: '0828' })).toMatchObject({ municipality: '0828' });
    expect(findPlace('ELST UT')).toBeUndefined();
  });

  it('may be a municipality that no village is named after', () => {
    expect(findPlace('Sudwest-Fryslan')).toMatchObject({ municipality: '1900', approximate: true });
  });
});

describe('distance', () => {
  it.each([
    ['Zwolle', 'Deventer', 28],
    ['Amsterdam', 'Rotterdam', 57],
    ['Groningen', 'Maastricht', 272],
  ])('%s–%s is about %i km as the crow flies', (from, to, km) => {
    const distance = distanceKm(findPlace(from)!, findPlace(to)!);

    expect(Math.abs(distance - km)).toBeLessThan(km * 0.04);
  });

  it('is zero to itself and the same both ways', () => {
    const [zwolle, deventer] = [findPlace('Zwolle')!, findPlace('Deventer')!];

    expect(distanceKm(zwolle, zwolle)).toBe(0);
    expect(distanceKm(zwolle, deventer)).toBe(distanceKm(deventer, zwolle));
  });

  it('is a sixtieth of a degree per nautical mile along a meridian', () => {
    expect(distanceKm({ lat: 52, lon: 6 }, { lat: 53, lon: 6 })).toBeCloseTo(111.195, 2);
  });
});
