const zone = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Amsterdam', timeZoneName: 'longOffset' });

/** The moment of a local time here, as a field for date and time gives it: `2027-01-12T09:00` → `…:00+01:00`. */
export function withOffset(local: string): string {
  const offset = offsetAt(new Date(`${local}:00+01:00`));
  return `${local}:00${offset}`;
}

function offsetAt(moment: Date): string {
  const name = zone.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT+01:00';
  return name.replace('GMT', '') || '+00:00';
}
