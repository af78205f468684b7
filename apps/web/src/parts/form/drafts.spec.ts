import { draftOf, dropDraft, keepDraft } from './drafts.js';
import { fieldIdOf, formPathOf } from './paths.js';

function aStore(): Storage {
  const items = new Map<string, string>();
  return {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
    removeItem: (name: string) => void items.delete(name),
  } as Storage;
}
const day = 24 * 60 * 60_000;

describe('what was typed and not sent', () => {
  it('is there again, until it was sent', () => {
    const store = aStore();
    keepDraft(store, 'request', { note: '<script>alert(1)</script> 🙂' }, 0);
    expect(draftOf(store, 'request', day)).toEqual({ note: '<script>alert(1)</script> 🙂' });
    dropDraft(store, 'request');
    expect(draftOf(store, 'request', day)).toEqual({});
  });

  it('is forgotten after thirty days, and by form', () => {
    const store = aStore();
    keepDraft(store, 'request', { note: 'x' }, 0);
    expect(draftOf(store, 'offer', day)).toEqual({});
    expect(draftOf(store, 'request', 31 * day)).toEqual({});
  });

  it('what others wrote there does no harm', () => {
    const store = aStore();
    for (const text of ['{', 'null', '{"at":"x"}', '{"at":1,"values":null}']) {
      store.setItem('leerbrug.draft.request', text);
      expect(draftOf(store, 'request', 1)).toEqual({});
    }
  });

  it('a store that is full keeps nothing and says nothing', () => {
    const full = {
      ...aStore(),
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(() => keepDraft(full, 'request', {}, 0)).not.toThrow();
  });
});

describe('the names of fields', () => {
  it('the server’s become the form’s, and an id in the page', () => {
    expect(formPathOf('groups[0].pupils')).toBe('groups.0.pupils');
    expect(fieldIdOf('request', 'groups[0].pupils')).toBe('request-groups-0-pupils');
  });
});
