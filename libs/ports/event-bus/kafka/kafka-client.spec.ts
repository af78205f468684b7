import { patiently } from './kafka-client.js';

/** An answer after so many errors. */
function answers(errors: object[]) {
  const left = errors.map((error) => Object.assign(new Error('not now'), error));
  return async () => {
    const error = left.shift();
    if (error) throw error;
    return 'an answer';
  };
}

describe('a question to the broker', () => {
  it.each([
    ['a partition has no leader yet', { type: 'LEADER_NOT_AVAILABLE', retriable: true }],
    ['nobody leads the groups yet', { name: 'KafkaJSGroupCoordinatorNotFound', retriable: false }],
    [
      'a topic is unknown for longer than the client tries',
      {
        name: 'KafkaJSNumberOfRetriesExceeded',
        retriable: false,
        cause: Object.assign(new Error('no such topic'), {
          type: 'UNKNOWN_TOPIC_OR_PARTITION',
          retriable: true,
        }),
      },
    ],
  ])('is asked again while %s', async (_, error) => {
    await expect(patiently(answers([error, error]))).resolves.toBe('an answer');
  });

  it.each([
    ['the broker refuses for good', { type: 'TOPIC_AUTHORIZATION_FAILED', retriable: false }],
    ['nobody says anything', { name: 'KafkaJSConnectionError', retriable: true }],
    ['nobody ever says anything', { name: 'KafkaJSNumberOfRetriesExceeded', cause: new Error('closed') }],
  ])('is asked once when %s', async (_, error) => {
    await expect(patiently(answers([error]))).rejects.toMatchObject(error);
  });
});
