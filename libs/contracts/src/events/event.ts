import { IsArray, IsInt, IsObject, IsOptional, IsString, Matches, MaxLength, Min } from 'class-validator';
import { IdText, MomentText, Nested } from '../rules.js';

export interface EventType {
  /** `<service>.<noun>-<past tense>` */
  readonly type: string;
  readonly version: number;
}

export type EventClass<E extends object = object> = new () => E;

/** What the data of an earlier version means in the one after it; neither is checked yet. */
export type Upgrade = (data: Readonly<Record<string, unknown>>) => Record<string, unknown>;

const types = new WeakMap<object, EventType>();
const upgrades = new WeakMap<object, Readonly<Record<number, Upgrade>>>();

/**
 * Names a class of event data. The class is the schema: what it does not declare is refused on arrival. Events are kept
 * for ever, so from version 2 on it says how each earlier version reads in the next: `{ 1: (data) => … }`.
 */
export function Event(
  type: string,
  version = 1,
  earlier: Readonly<Record<number, Upgrade>> = {},
): ClassDecorator {
  return (target) => {
    for (let known = 1; known < version; known += 1)
      if (!earlier[known]) throw new Error(`${type} does not say how version ${known} reads in the next`);
    types.set(target, { type, version });
    upgrades.set(target, earlier);
  };
}

/** Data of that version as this class has it; undefined when it is newer than this class. */
export function inThisVersion(eventClass: EventClass, version: number, data: object): object | undefined {
  const { version: own } = eventTypeOf(eventClass);
  if (version > own) return undefined;
  let read = data as Record<string, unknown>;
  for (let from = version; from < own; from += 1) read = upgrades.get(eventClass)?.[from]?.(read) ?? read;
  return read;
}

export function eventTypeOf(eventClass: EventClass): EventType {
  const found = types.get(eventClass);
  if (!found) throw new Error(`${eventClass.name} is no event: it lacks @Event`);
  return found;
}

/** Is this one of the classes that `@Event` named? */
export function isEvent(value: unknown): value is EventClass {
  return typeof value === 'function' && types.has(value);
}

/** An event of that class with the data given. */
export function event<E extends object>(eventClass: EventClass<E>, data: E): E {
  return Object.assign(new eventClass(), data);
}

/** Whose document it is: what scopes are matched against. */
export class Owners {
  @IsArray() @IsString({ each: true }) regions: string[];
  @IsOptional() @IdText() school?: string;
  @IsOptional() @IdText() organisation?: string;
}

/**
 * What every event travels in; names as in CloudEvents where that has one. At most 64 KiB.
 * No name of a person, address, note or message may be anywhere in it.
 */
export class EventEnvelope {
  @IdText() id: string;
  @Matches(/^[a-z-]+\.[a-z-]+$/) type: string;
  @IsInt() @Min(1) version: number;
  @MomentText() time: string;
  @IdText() key: string;
  /** Counts up by one per aggregate, without gaps. */
  @IsInt() @Min(1) seq: number;
  @IsString() @MaxLength(120) correlationId: string;
  @IsOptional() @IsString() @MaxLength(240) causationId: string | null;
  /** The id of the person or `service:<name>` that caused it. */
  @IsString() @MaxLength(120) actor: string;
  @Nested(() => Owners) owners: Owners;
  @IsObject() data: object;
}
