import { failureOf, refusalOf } from './problems.js';

interface Called<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** What a call answered. @throws Refused, NotReached */
export async function answerOf<T>(call: Promise<Called<T>>): Promise<T> {
  return (await taggedAnswerOf(call)).answer;
}

/** With its ETag, which a later PATCH sends as `If-Match`. @throws Refused, NotReached */
export async function taggedAnswerOf<T>(call: Promise<Called<T>>): Promise<{ answer: T; tag: string }> {
  const { data, error, response } = await call.catch((thrown: unknown) => {
    throw failureOf(thrown, navigator.onLine);
  });
  if (!response.ok || data === undefined)
    throw refusalOf(response.status, error, response.headers.get('retry-after'));
  return { answer: data, tag: response.headers.get('etag') ?? '' };
}
