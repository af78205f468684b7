import fc from 'fast-check';
import { ThingRenamed, anEnvelope } from '../../test/things.js';
import { parse } from './parse.js';

const known = new Map([['things.thing-renamed', ThingRenamed]]);
const parsed = (text: string) => parse(Buffer.from(text), known);

describe('what arrives as an event', () => {
  it('becomes an event of its class', () => {
    const result = parsed(JSON.stringify(anEnvelope()));

    expect(result).toMatchObject({ kind: 'event', envelope: { seq: 1 }, data: { name: 'one' } });
    expect(result.kind === 'event' && result.data).toBeInstanceOf(ThingRenamed);
  });

  it('never makes the reader throw, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => parse(bytes, known).kind !== 'event'),
    );
  });

  it('never makes the reader throw, whatever stands in a field', () => {
    const field = fc.constantFrom(...Object.keys(anEnvelope()));
    fc.assert(
      fc.property(field, fc.jsonValue(), (name, value) =>
        ['event', 'skipped', 'unreadable', 'unknown-version'].includes(
          parsed(JSON.stringify(anEnvelope({ [name]: value }))).kind,
        ),
      ),
    );
  });

  it('does not let a field of the data reach what all objects share', () => {
    const text = JSON.stringify(anEnvelope()).replace('"name":"one"', '"name":"one","__proto__":{"bad":1}');

    expect(parsed(text).kind).toBe('event');
    expect(({} as Record<string, unknown>)['bad']).toBeUndefined();
  });
});
