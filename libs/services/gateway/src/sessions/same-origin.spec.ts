import { refusedAsForeign, type CameFrom } from './same-origin.js';

const aChange = (changes: Partial<CameFrom> = {}): CameFrom => ({
  method: 'POST',
  byToken: false,
  hasSession: true,
  secFetchSite: undefined,
  origin: undefined,
  host: 'leerbrug.test',
  publicUrl: 'https://leerbrug.test',
  ...changes,
});
const isLet = (changes: Partial<CameFrom>) => refusedAsForeign(aChange(changes)) === undefined;

describe('a change', () => {
  it('is let through from our own pages', () => {
    expect(isLet({ secFetchSite: 'same-origin' })).toBe(true);
    expect(isLet({ origin: 'https://leerbrug.test' })).toBe(true);
    expect(isLet({ origin: 'http://localhost:3000', host: 'localhost:3000', publicUrl: '' })).toBe(true);
  });

  it.each<Partial<CameFrom>>([
    { secFetchSite: 'cross-site' },
    { secFetchSite: 'same-site', origin: 'https://leerbrug.test' },
    { secFetchSite: 'none' },
    { origin: 'null' },
    { origin: 'http://leerbrug.test' },
    { origin: 'https://other.leerbrug.test' },
    { origin: 'https://leerbrug.test.elsewhere.example' },
    {},
  ])('is refused from elsewhere: %j', (changes) => {
    expect(refusedAsForeign(aChange(changes))).toMatchObject({ status: 403, code: 'access.cross-site' });
  });

  it('by a program needs no page, and reading none at all', () => {
    expect(isLet({ byToken: true, secFetchSite: 'cross-site' })).toBe(true);
    expect(isLet({ hasSession: false })).toBe(true);
    expect(isLet({ method: 'GET', secFetchSite: 'cross-site' })).toBe(true);
  });
});
