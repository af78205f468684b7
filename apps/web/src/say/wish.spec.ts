import { sayWindow } from './wish.js';

describe('when a school wants it', () => {
  it('is said with days and parts of the day', () => {
    const window = { from: '2027-01-11', to: '2027-02-12', weekdays: ['tue', 'thu'], parts: ['morning'] };

    expect(sayWindow(window, 'nl')).toBe('11 jan – 12 feb, di en do, ochtend');
    expect(sayWindow(window, 'en')).toBe('11 Jan – 12 Feb, Tue and Thu, morning');
  });

  it('leaves out days when all will do', () => {
    const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'];

    expect(sayWindow({ from: '2027-01-11', to: '2027-02-12', weekdays }, 'nl')).toBe('11 jan – 12 feb');
  });
});
