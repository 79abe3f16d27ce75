import type { Person } from '#domain/access/person.ts';
import { asOf } from '#domain/profile/as-of.ts';
import {
  standsNow,
  type Concluded,
  type ConcludedDiscussion,
  type ConcludedMarking,
} from '#domain/reasons/concluded.ts';
import { markingStage, mayCompare } from '#domain/reasons/marking-stage.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import {
  listAccounts,
  listDiscussions,
  listPeople,
  readRecord,
  type Database,
  type StoredDiscussion,
} from '#db';
import { readFrameworks } from '../content/read-frameworks.ts';
import { hiddenFrom } from '../hidden-from.ts';
import { noteReading } from '../note-reading.ts';
import { gatherTexts, isClosed, type ReasonsText } from './gather-texts.ts';
import { mayCorrect } from './hold-discussion.ts';
import { showMarking } from './show-marking.ts';
import { findSubject } from '../find-subject.ts';

/** What was concluded from one person's reasons, the newest first. */
export interface ReadConcluded {
  person: Person;
  own: boolean;
  entries: Concluded[];
  /** How much of it is closed to the reader while they observe. */
  hidden: number;
}

/** Reads it for one of the pages that show it, and notes that somebody opened the record. */
export async function readDiscussions(
  db: Database,
  viewer: Person,
  personId: string,
  at = new Date().toISOString(),
  now = at,
): Promise<Result<ReadConcluded, { code: 'not-found' }>> {
  const read = await readConcluded(db, viewer, personId, at);
  if (read.ok) await noteReading(db, viewer, personId, 'discussions', now);
  return read;
}

/**
 * Reads every discussion, marking and answered account of one person, as of a time: also inside a page
 * that has noted its opening itself.
 */
export async function readConcluded(
  db: Database,
  viewer: Person,
  personId: string,
  at = new Date().toISOString(),
): Promise<Result<ReadConcluded, { code: 'not-found' }>> {
  const person = await findSubject(db, viewer, 'read-record', personId);
  if (!person) return refuse({ code: 'not-found' });
  const [texts, discussions, accounts, record, people, hidden, frameworks] = await Promise.all([
    gatherTexts(db, { personId }),
    listDiscussions(db, personId, at),
    listAccounts(db, at, personId),
    readRecord(db, personId),
    listPeople(db),
    hiddenFrom(db, viewer),
    readFrameworks(),
  ]);
  const { discussed } = asOf(record, at);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? 'Somebody';
  const known = frameworks.competencies.competencies;
  const named = (ids: readonly string[]) =>
    ids.map((id) => ({ id, title: known[id]?.title ?? id }));
  const chains = Map.groupBy(discussions, ({ id, corrects }) => corrects ?? id);

  const held = [...chains].map(([id, said]): Concluded => {
    const { competency, level, at: last } = said[0]!;
    return {
      ...{ kind: 'discussion', id, level, at: last },
      competencies: named([competency]),
      counts: standsNow(discussed, id, level),
      said: said.map((one) => sayOne(one, nameOf)),
      mayCorrect: mayCorrect(viewer, person, said[0]!),
    };
  });
  const marked = texts.flatMap((text): Concluded[] => {
    const shown = showText(text, viewer, at);
    if (!shown) return [];
    const { markings, talks, ...rest } = shown;
    return [
      {
        ...rest,
        competencies: named(text.decision.competencies),
        counts: !rest.withheld && standsNow(discussed, text.moveId, text.decision.level),
        markings: markings.map((one) =>
          showMarking(one, nameOf, frameworks.descriptors.indicators),
        ),
        talks: talks.map(({ heldBy, ...talk }) => ({ ...talk, by: nameOf(heldBy) })),
      },
    ];
  });
  const answered = accounts.flatMap(({ id, answer, competencies, ...account }): Concluded[] =>
    answer
      ? [
          {
            ...{ kind: 'account', id, level: account.level, at: answer.at },
            ...{ happenedOn: account.happenedOn, words: account.words },
            competencies: named(competencies),
            counts: answer.accepted && standsNow(discussed, id, account.level),
            answer: { ...answer, by: nameOf(answer.assessorId) },
          },
        ]
      : [],
  );
  const closedTexts = new Set(
    texts.filter((one) => isClosed(one, hidden)).map((one) => one.moveId),
  );
  const all = [...held, ...marked, ...answered];
  const entries = all.filter(
    ({ id, competencies }) =>
      !closedTexts.has(id) && !competencies.some((one) => hidden(personId, one.id)),
  );
  return ok({
    person,
    own: viewer.id === personId,
    entries: entries.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)),
    hidden: all.length - entries.length,
  });
}

/** The marks of what was written in one attempt, for whoever may look back at it. */
export async function readMarksIn(
  db: Database,
  viewer: Person,
  { id, personId }: { id: string; personId: string },
): Promise<ConcludedMarking[]> {
  const read = await readConcluded(db, viewer, personId);
  const entries = read.ok ? read.value.entries : [];
  return entries.filter((one) => one.kind === 'marking').filter((one) => one.attemptId === id);
}

const sayOne = (
  { assessorId, competency: _, personId: __, corrects: ___, ...said }: StoredDiscussion,
  nameOf: (id: string) => string,
): ConcludedDiscussion['said'][number] => ({ ...said, by: nameOf(assessorId) });

/**
 * A text with what had been said of it by a time; nothing where nothing had. Whether the reader is kept
 * blind is a matter of today: on a past day they would see what they must not.
 */
function showText(text: ReasonsText, viewer: Person, at: string) {
  const withheld = viewer.id !== text.personId && !mayCompare(text.stage, text.markings, viewer.id);
  const markings = text.markings.filter((one) => one.at <= at);
  const talks = text.talks.filter((one) => one.at <= at);
  if (!markings.length) return null;
  const { scenario } = text.published;
  return {
    ...{ kind: 'marking' as const, id: text.moveId, attemptId: text.attemptId },
    ...{ scenario: scenario.title, scene: scenario.scenes[text.scene]!.title },
    ...{ words: text.words, level: text.decision.level, withheld, talks },
    at: [...markings, ...talks]
      .map((one) => one.at)
      .sort()
      .at(-1)!,
    stage: markingStage(markings, text.drawn, talks.length > 0),
    markings: withheld ? [] : markings,
  };
}
