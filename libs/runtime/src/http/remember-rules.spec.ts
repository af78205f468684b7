import {
  IsInt,
  IsString,
  Min,
  ValidateNested,
  getFromContainer,
  getMetadataStorage,
  validateSync,
} from 'class-validator';
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

  it('are looked up once for an object within another too', () => {
    class Around {
      @ValidateNested() inner: Derived;
    }
    rememberRules();
    const storage = getMetadataStorage();
    const rules = jest.spyOn(storage['validationMetadatas'], 'get');
    const around = () => Object.assign(new Around(), { inner: Object.assign(new Derived(), { count: 'x' }) });
    const [first, second] = [validateSync(around()), validateSync(around())];

    expect(second).toEqual(first);
    expect(first[0]?.children?.map(({ property }) => property).sort()).toEqual(['count', 'name', 'size']);
    expect(rules.mock.calls.filter(([target]) => target === Derived).length).toBeLessThanOrEqual(1);
    rules.mockRestore();
  });

  it('are checked by one of each kind', () => {
    class Check {}
    class Other {}
    rememberRules();

    expect(getFromContainer(Check)).toBeInstanceOf(Check);
    expect(getFromContainer(Check)).toBe(getFromContainer(Check));
    expect(getFromContainer(Other)).toBeInstanceOf(Other);
  });

  it('do not stand in for those of a group', () => {
    rememberRules();
    expect(broken(wrong, { groups: ['strict'] })).toEqual(['size']);
  });
});
