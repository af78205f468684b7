import { JSONSchema } from 'class-validator-jsonschema';

/**
 * How answers are described: a decorator says what a field of a view is, for the API's own description. Nothing is
 * validated with it at run time, so that it weighs next to nothing until the description is asked for.
 */
interface Field {
  readonly schema?: object;
  /** The class, of one or of many. */
  readonly of?: () => { readonly name: string };
  readonly many?: boolean;
  readonly optional?: boolean;
  readonly nullable?: boolean;
}

/** Of a body: null is allowed too. Stands before the rules of its field. */
export function Nullable(): PropertyDecorator {
  return JSONSchema((schema) => ({ anyOf: [schema, { type: 'null' }] })) as PropertyDecorator;
}

interface ObjectSchema {
  readonly type?: unknown;
  readonly properties?: Readonly<Record<string, object>>;
  readonly required?: readonly string[];
}

const views = new Map<{ readonly name: string }, Map<string, Field>>();

function says(part: Field): PropertyDecorator {
  return (target, key) => {
    const fields = views.get(target.constructor) ?? new Map<string, Field>();
    views.set(target.constructor, fields.set(String(key), { ...fields.get(String(key)), ...part }));
  };
}

export const text = says({ schema: { type: 'string' } });
export const texts = says({ schema: { type: 'array', items: { type: 'string' } } });
export const whole = says({ schema: { type: 'integer' } });
export const number = says({ schema: { type: 'number' } });
export const yesNo = says({ schema: { type: 'boolean' } });
export const object = says({ schema: { type: 'object' } });
/** `YYYY-MM-DD` */
export const date = says({ schema: { type: 'string', format: 'date' } });
export const dates = says({ schema: { type: 'array', items: { type: 'string', format: 'date' } } });
/** ISO 8601 with an offset. */
export const moment = says({ schema: { type: 'string', format: 'date-time' } });
export const optional = says({ optional: true });
/** Always there, and null when there is none. */
export const nullable = says({ nullable: true });

export function oneOf(choices: readonly string[]): PropertyDecorator {
  return says({ schema: { type: 'string', enum: choices } });
}

export function someOf(choices: readonly string[]): PropertyDecorator {
  return says({ schema: { type: 'array', items: { type: 'string', enum: choices } } });
}

/** An object with any names. */
export function byName(of: object): PropertyDecorator {
  return says({ schema: { type: 'object', additionalProperties: of } });
}

export function one(of: () => { readonly name: string }): PropertyDecorator {
  return says({ of });
}

export function many(of: () => { readonly name: string }): PropertyDecorator {
  return says({ of, many: true });
}

/** The JSON Schema of every view by its name; `known` are those of the classes that views extend. */
export function viewSchemas(known: Readonly<Record<string, object>>, prefix: string) {
  const made: Record<string, ObjectSchema> = {};
  for (const [view, fields] of views) {
    const { name } = Object.getPrototypeOf(view) as { name: string };
    const above: ObjectSchema | undefined = made[name] ?? known[name];
    const own = [...fields].map(([key, field]) => [key, schemaOf(field, prefix)] as const);
    const needed = [...fields].flatMap(([key, field]) => (field.optional ? [] : [key]));
    made[view.name] = {
      type: 'object',
      properties: { ...above?.properties, ...Object.fromEntries(own) },
      required: [...(above?.required ?? []), ...needed],
    };
  }
  return made;
}

function schemaOf({ schema = {}, of, many: several, nullable: orNull }: Field, prefix: string): object {
  const reference = of && { $ref: `${prefix}${of().name}` };
  const plain = reference && several ? { type: 'array', items: reference } : (reference ?? schema);
  return orNull ? { anyOf: [plain, { type: 'null' }] } : plain;
}

/** In both languages of the screens. */
export class SentenceView {
  @text nl: string;
  @text en: string;
}

export class NamedView {
  @text id: string;
  @text name: string;
}

export class SpanView {
  @moment start: string;
  @moment end: string;
}
