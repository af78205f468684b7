/** New ids: unique without asking anybody, opaque to everybody, made of letters, digits and hyphens. */
export abstract class Ids {
  abstract next(): string;
}
