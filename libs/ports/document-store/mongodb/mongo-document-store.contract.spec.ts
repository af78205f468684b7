import { randomUUID } from 'node:crypto';
import { describeDocumentStore, things } from '#libs/ports/document-store/contract';
import { addressOf } from '../../../../test/servers/addresses.js';
import { syncIndexes } from './indexes.js';
import { MongoDocumentStore } from './mongo-document-store.js';

describeDocumentStore('MongoDocumentStore', async () => {
  const options = { url: addressOf('MONGO_URL'), database: `suite-${randomUUID()}` };
  await syncIndexes(options, [things]);
  let store = await MongoDocumentStore.open(options);
  const reopen = () => store.close().then(async () => (store = await MongoDocumentStore.open(options)));
  return { store, reopen, end: () => store.close() };
});
