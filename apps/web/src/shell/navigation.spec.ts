import { homeOf, placesFor } from './navigation.js';

const as = (...roles: string[]) => ({ roles: roles.map((role) => ({ role, regionIds: [] })) }) as never;

describe('what stands in the header', () => {
  it('a visitor has the catalogue', () => {
    expect(placesFor(null).map(({ to }) => to)).toEqual(['/']);
  });

  it('somebody with two roles has the places of both, each once', () => {
    const places = placesFor(as('teacher', 'coordinator')).map(({ to }) => to);
    expect(places).toEqual(expect.arrayContaining(['/aanvragen', '/bord']));
    expect(new Set(places).size).toBe(places.length);
  });

  it('everybody starts where their work is', () => {
    const homes = ['teacher', 'partner', 'coordinator', 'reader', 'operator'].map((role) => homeOf(as(role)));
    expect(homes).toEqual(['/aanvragen', '/vandaag', '/bord', '/cijfers', '/beheer']);
    expect(homeOf(null)).toBe('/');
  });
});
