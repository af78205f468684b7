import { applyDecorators } from '@nestjs/common';
import type { Answer } from './answer.js';
import { Described } from './described.js';

type View<V> = new () => V;
/** What a view may be given as: also lists that cannot be changed. */
type Given<V> = V extends readonly (infer Item)[]
  ? readonly Given<Item>[]
  : V extends object
    ? { readonly [Field in keyof V]: Given<V[Field]> }
    : V;
type Later<T> = T | Promise<T>;
/** A method decorator that only fits methods which give this. */
type OnMethod<T> = <M extends (...parameters: never[]) => Later<T | Answer<T>>>(
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<M>,
) => void;
interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** What this route answers when it goes well, with 200 or with each of these statuses. The compiler holds it to its word. */
export function Answers<V>(view: View<V>, ...statuses: number[]): OnMethod<Given<V>> {
  return described(statuses, { 'application/json': { schema: referenceTo(view) } });
}

/** A page of a list of these. */
export function AnswersPage<V>(view: View<V>): OnMethod<Page<Given<V>>> {
  const schema = {
    type: 'object',
    required: ['items', 'next'],
    properties: {
      items: { type: 'array', items: referenceTo(view) },
      next: { type: ['string', 'null'], description: 'The `cursor` of the next page; null on the last.' },
    },
  };
  return described([], { 'application/json': { schema } });
}

/** Text of that media type, such as a calendar. */
export function AnswersText(media: string): OnMethod<string> {
  return described([], { [media]: { schema: { type: 'string' } } });
}

/** A POST that needs no `Idempotency-Key`: repeating it does no harm, or is a try of its own. */
export const Unkeyed = (): MethodDecorator =>
  Described(({ ApiExtension }) => ApiExtension('x-unkeyed', true));

function referenceTo(view: View<unknown>) {
  return { $ref: `#/components/schemas/${view.name}` };
}

function described(
  statuses: readonly number[],
  content: Record<string, { schema: object }>,
): MethodDecorator {
  return Described(({ ApiResponse }) => {
    const responses = (statuses.length > 0 ? statuses : [200]).map((status) =>
      ApiResponse({ status, description: 'What came of it', content }),
    );
    return applyDecorators(...responses);
  });
}
