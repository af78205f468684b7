import { demandOf, type Wanted } from './demand.js';

const times = (count: number, municipality: string, ...themes: string[]): Wanted[] =>
  Array.from({ length: count }, () => ({ themes, municipality }));
const robotics = 'hi-tech-science/robotics';
const programming = 'digital-media-entertainment/programming';

describe('what is asked for', () => {
  it('is counted by world and municipality, a request once for each world, most first', () => {
    const { themes, places } = demandOf([
      ...times(6, 'Zwolle', robotics, 'hi-tech-science'),
      ...times(8, 'Kampen', robotics, programming),
    ]);

    expect(themes).toEqual([
      { theme: 'hi-tech-science', requests: 14 },
      { theme: 'digital-media-entertainment', requests: 8 },
    ]);
    expect(places).toEqual([
      { theme: 'hi-tech-science', municipality: 'Kampen', requests: 8 },
      { theme: 'digital-media-entertainment', municipality: 'Kampen', requests: 8 },
      { theme: 'hi-tech-science', municipality: 'Zwolle', requests: 6 },
    ]);
  });

  it('tells no number under five', () => {
    const { themes, places } = demandOf([...times(4, 'Zwolle', robotics)]);

    expect(themes).toEqual([{ theme: 'hi-tech-science', requests: null }]);
    expect(places).toEqual([{ theme: 'hi-tech-science', municipality: 'Zwolle', requests: null }]);
  });

  it('does not let the one small number be reckoned from the others', () => {
    const { themes, places } = demandOf([
      ...times(2, 'Ommen', robotics),
      ...times(6, 'Zwolle', robotics),
      ...times(9, 'Kampen', robotics),
    ]);

    expect(themes).toEqual([{ theme: 'hi-tech-science', requests: 17 }]);
    expect(places.map(({ municipality, requests }) => [municipality, requests])).toEqual([
      ['Kampen', 9],
      ['Ommen', null],
      ['Zwolle', null],
    ]);
  });
});
