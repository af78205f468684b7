import { MongoUrlWrong, connectMongo, outage } from './mongo-connection.js';

describe('a connection string', () => {
  it.each(['/', '#', '?', '@', ':'])(
    'with an unescaped %s in the password is named, and not shown',
    async (sign) => {
      const connected = connectMongo({ url: `mongodb://leerbrug:se${sign}cret@127.0.0.1:1/leerbrug` });

      await expect(connected).rejects.toBeInstanceOf(MongoUrlWrong);
      await expect(connected).rejects.toThrow(/^MONGO_URL [^\n]*%2F/);
      await expect(connected).rejects.not.toThrow(/cret/);
    },
  );
});

describe('what the server says', () => {
  const saying = (code: number) => Object.assign(new Error('said'), { name: 'MongoServerError', code });

  it.each([
    [13, /does not allow .* MONGO_URL/],
    [18, /does not take .* MONGO_URL/],
  ])('by the code %d is a sentence that names the setting', (code, sentence) => {
    expect(outage(saying(code))).toBeInstanceOf(MongoUrlWrong);
    expect(outage(saying(code))).toMatchObject({ message: expect.stringMatching(sentence) });
  });

  it('by another code stays what it is', () => {
    const error = saying(121);

    expect(outage(error)).toBe(error);
  });
});
