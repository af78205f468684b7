import { CommandKeys } from './keys.js';

describe('the key of a command', () => {
  const keys = () => {
    let made = 0;
    return new CommandKeys(() => `key-${(made += 1)}`);
  };

  it('stays while the same is sent again', () => {
    const commands = keys();
    expect([commands.keyFor({ pupils: 26 }), commands.keyFor({ pupils: 26 })]).toEqual(['key-1', 'key-1']);
  });

  it('is another one for other words, and once it was answered', () => {
    const commands = keys();
    const first = commands.keyFor({ pupils: 26 });
    expect(commands.keyFor({ pupils: 27 })).not.toBe(first);
    commands.answered();
    expect(commands.keyFor({ pupils: 27 })).toBe('key-3');
  });
});
