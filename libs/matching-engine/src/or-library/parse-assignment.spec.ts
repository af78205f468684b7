import { AssignmentFileInvalid, parseAssignment } from './parse-assignment.js';

describe('an assignment file', () => {
  it('is dense when it holds n × n costs, however the lines are broken', () => {
    const problem = parseAssignment(' 2 \r\n 1\t2\r\n 3\n\n 4');

    expect(problem).toEqual({
      size: 2,
      rowStarts: Int32Array.of(0, 2, 4),
      columns: Int32Array.of(0, 1, 0, 1),
      costs: Int32Array.of(1, 2, 3, 4),
    });
  });

  it('is sparse when it holds triples, in any order', () => {
    const problem = parseAssignment('3\n2 1 7\n1 1 5\n1 3 -6\n3 2 8\n');

    expect(problem).toEqual({
      size: 3,
      rowStarts: Int32Array.of(0, 2, 3, 4),
      columns: Int32Array.of(0, 2, 0, 1),
      costs: Int32Array.of(5, -6, 7, 8),
    });
  });

  it('takes the format it is told where both would do', () => {
    const text = '3\n1 1 5\n2 2 6\n3 3 7\n';

    expect(parseAssignment(text).columns).toHaveLength(9);
    expect(parseAssignment(text, 'sparse').columns).toHaveLength(3);
  });

  it('takes a pair that stands twice with the same cost for one', () => {
    expect(parseAssignment('2\n1 1 5\n1 1 5\n2 2 5\n').costs).toHaveLength(2);
  });

  it.each([
    ['nothing', '', /the file is empty/],
    ['words', '{"slots": 3}', /“{"slots":” in line 1/],
    ['a word further on', '2\n1 2\n3 x\n', /“x” in line 3/],
    ['fractions', '2\n1.5 2\n3 4', /“1.5” in line 2/],
    ['a number too long', '1\n12345678901234567890', /not an assignment file/],
    ['a size of 0', '0\n', /must be the size/],
    ['a negative size', '-3\n', /must be the size/],
    ['a size beyond reason', '4000000\n', /must be the size/],
    ['no costs', '3\n', /truncated: size 3 needs 9 costs/],
    ['too few costs', '3\n 90 80 70\n 60 50 40\n', /truncated/],
    ['too many costs', '2\n 9 8 7 6 5\n', /too long/],
    ['half a triple at the end', '4\n1 1 5\n2 2 6\n3 3 7\n4 4', /ends within a pair/],
    ['a partner that does not exist', '4\n1 1 5\n2 2 6\n3 3 7\n4 9 1\n', /truncated/],
    ['an item without partners', '4\n1 1 5\n2 2 6\n3 3 7\n', /item 4 has no allowed partner/],
    ['one pair with two costs', '3\n1 1 5\n1 1 6\n2 2 6\n3 3 7\n', /needs 9 costs/],
    ['a cost beyond reason', '1\n 999999999999\n', /beyond/],
  ])('is refused when it holds %s', (_, text, reason) => {
    expect(() => parseAssignment(text)).toThrow(AssignmentFileInvalid);
    expect(() => parseAssignment(text)).toThrow(reason);
  });

  it.each([
    ['a partner that does not exist', '4\n1 1 5\n4 9 1\n', /pair 2 is 4, 9/],
    ['one pair with two costs', '2\n1 1 5\n1 1 6\n', /stands twice, with two costs/],
    ['half a triple', '2\n1 1\n', /truncated/],
  ])('told to be sparse is refused when it holds %s', (_, text, reason) => {
    expect(() => parseAssignment(text, 'sparse')).toThrow(reason);
  });

  it('told to be dense is refused when it is not', () => {
    expect(() => parseAssignment('3\n1 1 5\n2 2 5\n', 'dense')).toThrow(/truncated/);
  });
});
