import type { Person } from '#domain/access/person.ts';
import { howShown } from '#domain/pack/how-shown.ts';
import type { Place } from '#domain/pack/key-questions.ts';
import type { PackCompetence, PackGap, PackTask } from '#domain/pack/pack.ts';
import { coverOf, isCovered, nextFor } from '#domain/risk/confirmed.ts';
import type { FoldedTeam } from '../profile/fold-team.ts';
import type { Requirement } from '../risk/read-requirements.ts';

interface Gathering {
  people: readonly Person[];
  tasks: readonly PackTask[];
  folded: FoldedTeam;
  hidden: (personId: string, competency: string) => boolean;
  places: ReadonlyMap<string, Place>;
  requirements: ReadonlyMap<string, Requirement>;
  nameOf: (id: string) => string;
}

/** How each competency was shown that is needed or that anything is known of, and what is missing. */
export function gatherCompetence(from: Gathering): {
  competence: PackCompetence[];
  gaps: PackGap[];
} {
  const { folded, hidden, places, nameOf } = from;
  const titles = folded.frameworks.competencies.competencies;
  const competence: PackCompetence[] = [];
  const gaps: PackGap[] = [];
  for (const person of from.people) {
    const needs = needsOf(person, from);
    const seen = folded.records.get(person.id)?.seen ?? [];
    for (const standing of folded.standingsOf(person.id)) {
      const { competency } = standing;
      const isHidden = hidden(person.id, competency);
      const needed = needs[competency];
      // That a hidden one is left out would say that nothing is known of it.
      if (!needed && !isHidden && standing.leading.state === 'no-evidence') continue;
      const level = needed ?? (isHidden ? 2 : standing.leading.level);
      const about = {
        person: { id: person.id, name: person.name },
        ...{ competency, title: titles[competency]!.title, level },
        question: places.get(competency)?.question ?? '',
      };
      const shown = isHidden ? null : howShown(standing, level, seen, folded.policy);
      const observers = shown?.observers.map(nameOf) ?? [];
      competence.push({
        ...about,
        needed: needed !== undefined,
        shown: shown && { ...shown, observers },
      });
      if (needed && shown && !isCovered(coverOf(shown.state)))
        gaps.push({ ...about, state: shown.state, next: nextFor(standing, level).text });
    }
  }
  return { competence, gaps };
}

/** What somebody's role and what they carry need of them, at the higher level of the two. */
function needsOf({ id, category }: Person, { requirements, tasks }: Gathering) {
  const needs: Record<string, 2 | 3> = { ...requirements.get(category)?.needs };
  for (const task of tasks)
    if (task.person.id === id)
      for (const { competency, level } of task.rests)
        if ((needs[competency] ?? 0) < level) needs[competency] = level;
  return needs;
}
