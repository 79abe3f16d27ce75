/** How many of two markers' marks are the same, in words: all is said of all, and none of none. */
export function sayAlike(exact: number): string {
  if (exact === 1) return 'All';
  if (exact === 0) return 'None';
  const inTen = Math.round(exact * 10);
  if (inTen === 10) return 'Nearly all';
  return inTen === 0 ? 'Hardly any' : `About ${inTen} in 10`;
}
