import { refuse, ok, type Result } from '../result.ts';
import type { FieldProblem } from '../access/problem.ts';
import type { KnownPerson, NewStaff, StaffPlan } from './plan-staff.ts';

/** What a manager says on the page where a file is looked at. */
export interface StaffChoices {
  /** The role category of those whose line says none. */
  category: string;
  /** By line: the id of the person it is about, `new` for somebody else, anything else to leave it. */
  same: (line: number) => string;
}

/** What is to be written. */
export interface SettledStaff {
  add: (NewStaff & { category: string })[];
  link: { line: NewStaff; person: KnownPerson }[];
  /** How many lines were left for now. */
  waiting: number;
}

/** Settles what only a manager can say. Refused where a role category is needed and none is chosen. */
export function settleStaff(
  { fresh, same }: StaffPlan,
  choices: StaffChoices,
  categories: ReadonlySet<string>,
): Result<SettledStaff, FieldProblem> {
  const adding = [...fresh];
  const link = new Map<string, SettledStaff['link'][number]>();
  for (const { line, candidates } of same) {
    const said = choices.same(line.row.line);
    const person = candidates.find(({ id }) => id === said);
    // Two lines about one person cannot both be right: the second is left.
    if (person && !link.has(person.id)) link.set(person.id, { line, person });
    else if (said === 'new') adding.push(line);
  }
  const chosen = categories.has(choices.category) ? choices.category : undefined;
  const add: SettledStaff['add'] = [];
  for (const line of adding) {
    const category = line.category ?? chosen;
    if (!category)
      return refuse({
        field: 'category',
        message: 'Choose the role category of those whose line says none.',
      });
    add.push({ ...line, category });
  }
  const waiting = fresh.length + same.length - add.length - link.size;
  return ok({ add, link: [...link.values()], waiting });
}
