/** When people begin: a Monday in school time. */
export const startsAt = Date.parse('2026-11-23T09:00:00+01:00');

/** Mornings of the weekdays from January to June. */
export function mornings(): string[] {
  const days: string[] = [];
  for (let day = Date.parse('2027-01-05'); day < Date.parse('2027-06-25'); day += 86_400_000) {
    const date = new Date(day);
    if (date.getUTCDay() % 6 !== 0) days.push(date.toISOString().slice(0, 10));
  }
  return days;
}
