import type { Cqc } from '../competency/cqc.ts';

/** Where a competency stands among the key questions. */
export interface Place {
  /** The key question of the first statement that it is linked to. */
  question: string;
  /** The statements of that question it bears on. */
  statements: string[];
  /** Other key questions it bears on as well. */
  also: string[];
}

/** The place of every competency that a framework links, in the framework's own order of questions. */
export function placeByQuestion({ 'key-questions': questions, links }: Cqc): Map<string, Place> {
  const questionOf = new Map(
    Object.entries(questions).flatMap(([question, { statements }]) =>
      Object.keys(statements).map((id) => [id, question]),
    ),
  );
  return new Map(
    Object.entries(links).map(([competency, ids]) => {
      const question = questionOf.get(ids[0]!)!;
      const own = ids.filter((id) => questionOf.get(id) === question);
      const others = new Set(ids.map((id) => questionOf.get(id)!));
      others.delete(question);
      const statements = own.map((id) => questions[question]!.statements[id]!.title);
      return [competency, { question, statements, also: [...others] }];
    }),
  );
}
