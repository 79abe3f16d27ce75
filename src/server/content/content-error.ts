import type { ContentProblem } from './read-yaml.ts';

/** One problem as a line that editors can jump to: `file:line:column`, code, sentence, remedy. */
export const sayProblem = (problem: ContentProblem): string =>
  `${problem.file}:${problem.line}:${problem.column} ${problem.code}: ${problem.message} ${problem.remedy}`;

/** Content that cannot be trusted: it stops whatever was about to use it. */
export class ContentError extends Error {
  lines: string[];
  constructor(problems: ContentProblem[]) {
    const lines = problems.map(sayProblem);
    super(lines.join('\n'));
    this.lines = lines;
  }
}
