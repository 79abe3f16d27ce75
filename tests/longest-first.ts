import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, measured: begun last, one of them would keep one core idle while it ends. */
const longest = [
  'poor-fields',
  'poor-requests',
  'no-key-leaks',
  'outcome-ways',
  'forms',
  'roles',
  'replay',
].map((name) => `/tests/server/${name}.test.ts`);

/** Files that take longest first, the rest as Vitest would order them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}
