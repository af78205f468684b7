import { declareAggregate } from '#libs/runtime';

/** A key of a person for programs. What is kept cannot be turned back into the key. */
export interface ApiToken {
  readonly sha256: string;
  readonly personId: string;
  /** ISO 8601 */
  readonly expiresAt: string;
  /** The actions it is for; absent: all that its person may. */
  readonly only?: readonly string[];
}

/** The id is that of the command, so that a repeated command finds the first token; requests find it by its hash. */
export const apiTokens = declareAggregate<ApiToken>({
  name: 'directory.api-tokens',
  indexes: { byHash: { by: ({ sha256 }) => sha256 }, byPerson: { by: ({ personId }) => personId } },
  owners: () => ({ regions: [] }),
  seen: 'few-sources',
});
