import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsDefined,
  IsEmail,
  IsISO8601,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';

type ConcreteClass = new () => object;

function applyDecorators(...decorators: PropertyDecorator[]): PropertyDecorator {
  return (target, key) => {
    for (const decorator of decorators) decorator(target, key);
  };
}

/** An object of that class. `ValidateNested` alone lets a missing object or a list through. */
export function Nested(of: () => ConcreteClass): PropertyDecorator {
  return applyDecorators(IsDefined(), IsObject(), ValidateNested(), Type(of));
}

export function OptionalNested(of: () => ConcreteClass): PropertyDecorator {
  return applyDecorators(IsOptional(), IsObject(), ValidateNested(), Type(of));
}

export function NestedList(of: () => ConcreteClass, size: { min?: number; max: number }): PropertyDecorator {
  return applyDecorators(
    IsArray(),
    ArrayMinSize(size.min ?? 0),
    ArrayMaxSize(size.max),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(of),
  );
}

export function TextList(size: { min?: number; max: number; length?: number }): PropertyDecorator {
  return applyDecorators(
    IsArray(),
    ArrayMinSize(size.min ?? 0),
    ArrayMaxSize(size.max),
    ArrayUnique(),
    IsString({ each: true }),
    MinLength(1, { each: true }),
    MaxLength(size.length ?? 100, { each: true }),
    Matches(/^\P{Cc}*$/u, { each: true, message: '$property must hold no control characters' }),
  );
}

export function ChoiceList(choices: readonly string[], size: { min?: number } = {}): PropertyDecorator {
  return applyDecorators(
    IsArray(),
    ArrayMinSize(size.min ?? 0),
    ArrayMaxSize(choices.length),
    ArrayUnique(),
    IsIn(choices, { each: true }),
  );
}

export function DateList(max: number): PropertyDecorator {
  return applyDecorators(
    IsArray(),
    ArrayMaxSize(max),
    ArrayUnique(),
    Matches(/^\d{4}-\d{2}-\d{2}$/, { each: true, message: '$property must hold dates as YYYY-MM-DD' }),
    IsISO8601({ strict: true }, { each: true, message: '$property must hold dates that exist' }),
  );
}

/** `YYYY-MM-DD`, a day that exists. */
export function LocalDateText(): PropertyDecorator {
  return applyDecorators(
    Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '$property must be a date as YYYY-MM-DD' }),
    IsISO8601({ strict: true }, { message: '$property must be a date that exists' }),
    JSONSchema({ type: 'string', format: 'date' }) as PropertyDecorator,
  );
}

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** ISO 8601 with an offset, a moment that exists. */
export function MomentText(): PropertyDecorator {
  return applyDecorators(
    Matches(moment, { message: '$property must be a time as 2027-01-12T09:00:00+01:00' }),
    IsISO8601({ strict: true }, { message: '$property must be a time that exists' }),
    JSONSchema({ type: 'string', format: 'date-time' }) as PropertyDecorator,
  );
}

/** Text that people wrote: trimmed length counts, no control characters but line breaks. */
export function Text(max: number, min = 1): PropertyDecorator {
  return applyDecorators(
    IsString(),
    MinLength(min),
    MaxLength(max),
    Matches(/^[\P{Cc}\n\r\t]*$/u, { message: '$property must not hold control characters' }),
  );
}

/** What somebody writes in words of their own; the API's document says what does not belong there. */
export function FreeText(max: number, min = 1): PropertyDecorator {
  return applyDecorators(
    Text(max, min),
    JSONSchema({ description: 'In your own words; no names of pupils.' }) as PropertyDecorator,
  );
}

/** Text of one line: titles and names, which also stand in subjects of mails. */
export function Line(max: number): PropertyDecorator {
  return applyDecorators(
    IsString(),
    MinLength(1),
    MaxLength(max),
    Matches(/^\P{Cc}*$/u, { message: '$property must be one line without control characters' }),
  );
}

/** An address that a mail can go to: one line, without a display name. */
export function EmailText(): PropertyDecorator {
  return applyDecorators(
    IsString(),
    MaxLength(254),
    IsEmail({}, { message: '$property must be an e-mail address' }),
    Matches(/^[!-~]+$/, { message: '$property must be an e-mail address' }),
    JSONSchema({ type: 'string', format: 'email' }) as PropertyDecorator,
  );
}

/** A telephone number as people write it. */
export function PhoneText(): PropertyDecorator {
  return applyDecorators(
    IsString(),
    Matches(/^[+0-9][0-9 ()./-]{4,24}$/, { message: '$property must be a telephone number' }),
  );
}

export function IdText(): PropertyDecorator {
  return applyDecorators(
    IsString(),
    Matches(/^[A-Za-z0-9._:@|-]{1,120}$/, { message: '$property must be an id' }),
  );
}
