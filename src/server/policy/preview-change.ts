import { system } from '#domain/access/system.ts';
import type { Person } from '#domain/access/person.ts';
import { comparePolicies, withSameWords } from '#domain/policy/compare-policies.ts';
import type { ChangePreview } from '#domain/policy/change-preview.ts';
import { compareStandings } from '#domain/policy/compare-standings.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Database } from '#db';
import { hiddenFrom } from '../hidden-from.ts';
import { noteTeamReading } from '../note-reading.ts';
import { foldTeam } from '../profile/fold-team.ts';
import { draftChange, type ChangeProblem, type SentField } from './draft-change.ts';

/** Shows what a change would do, before anybody adopts it. Nothing is stored. */
export async function previewChange(
  db: Database,
  viewer: Person,
  field: SentField,
  at = new Date().toISOString(),
): Promise<Result<ChangePreview, ChangeProblem>> {
  const drafted = await draftChange(db, viewer, field, at);
  if (!drafted.ok) return drafted;
  const { tried, inForce } = drafted.value;
  const [now, then, isHidden] = await Promise.all([
    foldTeam(db, system, at),
    foldTeam(db, system, at, tried),
    hiddenFrom(db, viewer),
  ]);
  await noteTeamReading(db, viewer, at);
  const known = now.frameworks.competencies.competencies;
  const titleOf = (id: string) => known[id]?.title ?? id;
  const changes = comparePolicies(inForce, tried, titleOf);
  const counts = { staying: 0, hidden: 0, changing: 0 };
  const people = now.team.flatMap((person) => {
    const before = now.standingsOf(person.id);
    const shown = compareStandings(before, then.standingsOf(person.id)).filter(
      ({ competency }) => !isHidden(person.id, competency),
    );
    counts.changing += shown.length;
    counts.hidden += 2 * before.filter(({ competency }) => isHidden(person.id, competency)).length;
    counts.staying +=
      2 * before.filter(({ competency }) => !isHidden(person.id, competency)).length;
    counts.staying -= shown.length;
    const states = shown.map((one) => ({ ...one, title: titleOf(one.competency) }));
    return states.length ? [{ person, states }] : [];
  });
  return ok({
    changes,
    sameWords: withSameWords(changes),
    people,
    ...counts,
    workers: now.team.length,
  });
}
