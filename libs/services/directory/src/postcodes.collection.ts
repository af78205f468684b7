import { declareAggregate } from '#libs/runtime';

/** The middle of a postcode area of four digits, which is its id; degrees, WGS 84. */
export interface PostcodeArea {
  readonly lat: number;
  readonly lon: number;
}

export const postcodes = declareAggregate<PostcodeArea>({
  name: 'directory.postcodes',
  indexes: { all: { by: () => '*' } },
  owners: () => ({ regions: [] }),
  seen: 'few-sources',
});
