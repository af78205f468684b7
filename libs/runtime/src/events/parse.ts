import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { EventEnvelope, eventTypeOf, inThisVersion, type EventClass } from '#libs/contracts';
import { ParsedRecently } from './parsed-recently.js';
import type { Parsed } from './parsed.js';

const largest = 64 * 1024;
/** Our classes say of what class a field is and nothing else: what else could be said need not be looked for. */
const reading = { ignoreDecorators: true };
const recently = new ParsedRecently();

/**
 * Makes an event of bytes that anybody may have written. Never throws. What went wrong is said without the values:
 * a parked reason is readable by people who may not read the event.
 */
export function parse(bytes: Uint8Array | null, known: ReadonlyMap<string, EventClass>): Parsed {
  if (bytes === null) return { kind: 'unreadable', why: 'no value' };
  if (bytes.byteLength > largest)
    return { kind: 'unreadable', why: `${bytes.byteLength} bytes, more than ${largest}` };
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const lately = recently.get(text, known);
  if (lately) return lately;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'unreadable', why: 'not JSON' };
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return { kind: 'unreadable', why: 'not an object' };
  const type = (json as { type?: unknown }).type;
  if (typeof type !== 'string') return { kind: 'unreadable', why: 'no type' };
  const eventClass = known.get(type);
  if (!eventClass) return { kind: 'skipped' };
  try {
    const parsed = read(json, eventClass);
    if (parsed.kind === 'event') recently.put(text, type, eventClass, parsed);
    return parsed;
  } catch (error) {
    // 64 KiB hold enough brackets to exhaust the stack of whoever walks through them.
    return { kind: 'unreadable', why: `cannot be walked through: ${(error as Error).name}`, type };
  }
}

function read(json: object, eventClass: EventClass): Parsed {
  const { type } = eventTypeOf(eventClass);
  const envelope = plainToInstance(EventEnvelope, json, reading);
  const wrong = check(envelope);
  if (wrong) return { kind: 'unreadable', why: wrong, type };
  const plain = inThisVersion(eventClass, envelope.version, envelope.data);
  if (!plain) return { kind: 'unknown-version', why: `version ${envelope.version} of ${type}`, envelope };
  const data = plainToInstance(eventClass, plain, reading);
  const wrongData = check(data);
  return wrongData
    ? { kind: 'unreadable', why: `data: ${wrongData}`, type }
    : { kind: 'event', envelope, data };
}

function check(value: object): string | undefined {
  const errors = validateSync(value, { whitelist: false, validationError: { target: false, value: false } });
  return errors.length === 0 ? undefined : errors.flatMap((error) => rulesBroken(error, '')).join(', ');
}

function rulesBroken(error: ValidationError, parent: string): string[] {
  const path = parent ? `${parent}.${error.property}` : error.property;
  const own = Object.keys(error.constraints ?? {}).map((rule) => `${path} (${rule})`);
  return [...own, ...(error.children ?? []).flatMap((child) => rulesBroken(child, path))];
}
