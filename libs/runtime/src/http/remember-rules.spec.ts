import { IsInt, IsString, Min, getMetadataStorage, validateSync } from 'class-validator';
import { rememberRules } from './remember-rules.js';

class Base {
  @IsInt() count: number;
}
class Derived extends Base {
  @IsString() name: string;
  @Min(5, { groups: ['strict'] }) size = 1;
}

describe('remembered rules', () => {
  const broken = (value: object, options = {}) =>
    validateSync(value, options)
      .map(({ property }) => property)
      .sort();
  const wrong = Object.assign(new Derived(), { count: 'x', name: 7 });

  it('are those of the class and of what it extends, the first time and every time', () => {
    const before = broken(wrong);
    rememberRules();
    rememberRules();

    expect(before).toEqual(['count', 'name', 'size']);
    expect([broken(wrong), broken(wrong)]).toEqual([before, before]);
    expect(broken(Object.assign(new Derived(), { count: 1, name: 'a', size: 6 }))).toEqual([]);
    expect(broken(Object.assign(new Base(), { count: 'x' }))).toEqual(['count']);
  });

  it('are looked up once per class', () => {
    rememberRules();
    const storage = getMetadataStorage();
    const ask = () => storage.getTargetValidationMetadatas(Derived, '', false, false, undefined);

    expect(ask()).toBe(ask());
  });

  it('do not stand in for those of a group', () => {
    rememberRules();
    expect(broken(wrong, { groups: ['strict'] })).toEqual(['size']);
  });
});
