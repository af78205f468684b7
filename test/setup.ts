import 'reflect-metadata';

const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  throw new Error(
    `These tests run on the Node that comes with the packages (24); this is ${process.versions.node}. Start them with "npm test".`,
  );
}
