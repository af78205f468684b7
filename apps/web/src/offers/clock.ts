/** `09:00` and 90 minutes: `10:30`; never over midnight. */
export function laterBy(time: string, minutes: number): string {
  const [hours = 0, past = 0] = time.split(':').map(Number);
  const at = Math.min(hours * 60 + past + minutes, 23 * 60 + 59);
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
}

const here = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** `2027-01-12T09:00` on the clocks here, of a moment. */
export const onClock = (moment: string): string => here.format(new Date(moment)).replace(' ', 'T');
