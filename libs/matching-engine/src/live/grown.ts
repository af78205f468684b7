/** A copy with room for so many and half as many more. */
export function grown(
  numbers: Int32Array<ArrayBuffer>,
  length: number,
  filling: number,
): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(length + (length >> 1) + 16).fill(filling, numbers.length);
  copy.set(numbers);
  return copy;
}
