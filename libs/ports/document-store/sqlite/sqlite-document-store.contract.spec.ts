import { describeDocumentStore } from '#libs/ports/document-store/contract';
import { TemporaryFolder } from '#libs/ports/sqlite/testing';
import { SqliteDocumentStore } from './sqlite-document-store.js';

describeDocumentStore('SqliteDocumentStore', async () => {
  const folder = new TemporaryFolder();
  const store = new SqliteDocumentStore(folder.file);
  const reopen = () => store.close().then(async () => new SqliteDocumentStore(await folder.reopen()));
  return { store, reopen, end: () => folder.end() };
});
