import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { Refusal, atField, refusals, type FieldError } from '#libs/contracts';

export const bodyRefusals = {
  'body.invalid': { kind: 'invalid', says: 'Some fields are not right.' },
  'query.cursor-invalid': {
    kind: 'invalid',
    says: 'The cursor must be the "next" of an earlier page of this list.',
  },
} as const;

const refuse = refusals(bodyRefusals);

/** The code of the one class-validator rule whose own name says nothing to a caller. */
const codes: Record<string, string> = { whitelistValidation: 'unknown-field', isDefined: 'required' };

const kebab = (rule: string) => rule.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function fieldErrors(error: ValidationError, parent: string): FieldError[] {
  const index = /^\d+$/.test(error.property);
  const path = index
    ? `${parent}[${error.property}]`
    : parent
      ? `${parent}.${error.property}`
      : error.property;
  const missing =
    error.value === undefined && error.constraints && !('whitelistValidation' in error.constraints);
  const own = missing
    ? [{ path, code: 'required', message: `${error.property} is required` }]
    : Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
        path,
        code: codes[rule] ?? kebab(rule),
        message: rule === 'whitelistValidation' ? `${error.property} is not a field of this body` : message,
      }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, path))];
}

export function bodyInvalid(errors: readonly ValidationError[]): Refusal {
  const fields = errors.flatMap((error) => fieldErrors(error, ''));
  const first = fields[0];
  return refuse('body.invalid', {
    errors: fields,
    ...(first
      ? {
          detail: `${first.path}: ${first.message}${fields.length > 1 ? ` (and ${fields.length - 1} more)` : ''}`,
        }
      : {}),
  });
}

const deepest = 32;
/** Names that belong to every object; the transformer passes over some of them in silence. */
const ofEveryObject: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

/** Before anything walks through it: 64 KiB hold enough brackets to exhaust the stack. @throws Refusal `body.invalid` */
function mustBeShallow(body: unknown): void {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) throw refuse('body.invalid', { detail: 'The body is nested too deeply.' });
    const objects = level.filter(isObject);
    for (const name of objects.flatMap(Object.keys)) {
      if (ofEveryObject.has(name))
        throw refuse('body.invalid', atField(name, 'unknown-field', 'is not a field of this body'));
    }
    level = objects.flatMap<unknown>(Object.values);
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

class StrictPipe extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body') mustBeShallow(value);
    return super.transform(value, metadata);
  }
}

/** Bodies and queries are exactly their class: unknown fields are refused, nothing is converted silently. */
export function validationPipe(): ValidationPipe {
  return new StrictPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transformOptions: { ignoreDecorators: true },
    exceptionFactory: bodyInvalid,
  });
}
