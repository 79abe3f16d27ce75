import { may } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import { nextFor } from '#domain/risk/confirmed.ts';
import {
  byThinnest,
  closestTo,
  countCover,
  standTowards,
  type CoverCounts,
  type Stood,
} from '#domain/risk/count-cover.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { listNeedsRows, type Database, type Service } from '#db';
import { readRisk } from '../content/read-risk.ts';
import { hiddenFrom } from '../hidden-from.ts';
import { listOwnServices } from '../places/choose-service.ts';
import { foldTeam, type FoldedTeam } from '../profile/fold-team.ts';

/** How a need of the people supported is covered. */
export interface CoveredNeed {
  id: string;
  title: string;
  about: string;
  /** What it rests on, in words. */
  rests: { competency: string; title: string; level: 2 | 3 }[];
  counts: CoverCounts;
  /** Who stands where, by name. */
  people: Record<Stood['cover'], Pick<Person, 'id' | 'name'>[]>;
}

/** One thing that somebody could do to thicken the thinnest cover. */
export interface Thickening {
  need: string;
  person: Pick<Person, 'id' | 'name'>;
  competency: string;
  title: string;
  text: string;
}

/** What the people supported need, and how it is covered. */
export interface ReadCover {
  /** The service it is about, and all that the viewer may choose from. */
  service: Service;
  services: Service[];
  /** Every need of the catalogue, and whether it is ticked. */
  catalogue: { id: string; title: string; about: string; ticked: boolean }[];
  /** Those that are ticked, the thinnest first. */
  needs: CoveredNeed[];
  thickening: Thickening | null;
  workers: number;
  rule: string;
  /** Every time that the list was changed, the newest first. */
  history: { at: string; by: string; added: string[]; taken: string[] }[];
}

/** Reads the needs ticked at a service of the viewer's (their first, unless asked) and how many workers are confirmed for each, as of a time. */
export async function readCover(
  db: Database,
  viewer: Person,
  at = new Date().toISOString(),
  asked?: string | null,
): Promise<Result<ReadCover, { code: 'not-found' }>> {
  const own = may(viewer, 'read-today') ? await listOwnServices(db, viewer) : [];
  const service = asked ? own.find(({ id }) => id === asked) : own[0];
  if (!service) return refuse({ code: 'not-found' });
  const [rows, { needs }, team, hidden] = await Promise.all([
    listNeedsRows(db, service.id, at),
    readRisk(),
    foldTeam(db, viewer, at),
    hiddenFrom(db, viewer),
  ]);
  const workers = team.team.filter(({ services }) => services.includes(service.id));
  const ticked = rows[0]?.needs ?? [];
  const known = team.frameworks.competencies.competencies;
  const covered = Object.entries(needs.needs)
    .filter(([id]) => ticked.includes(id))
    .map(([id, need]) => {
      const stood = workers.map((person) =>
        standTowards(person.id, need.rests, standingsBy(team, person.id), (competency) =>
          hidden(person.id, competency),
        ),
      );
      return { id, need, stood, counts: countCover(stood) };
    })
    .sort((a, b) => byThinnest(a.counts, b.counts) || a.need.title.localeCompare(b.need.title));
  const nameOf = new Map(team.people.map(({ id, name }) => [id, name]));
  const titleOf = (id: string) => needs.needs[id]?.title ?? id;
  const peopleIn = (stood: readonly Stood[], cover: Stood['cover']) =>
    stood
      .filter((one) => one.cover === cover)
      .map(({ personId: id }) => ({ id, name: nameOf.get(id)! }));
  return ok({
    service,
    services: own,
    catalogue: Object.entries(needs.needs).map(([id, { title, about }]) => ({
      ...{ id, title, about, ticked: ticked.includes(id) },
    })),
    needs: covered.map(({ id, need: { title, about, rests }, stood, counts }) => ({
      ...{ id, title, about, counts },
      rests: Object.entries(rests).map(([competency, level]) => ({
        ...{ competency, title: known[competency]!.title, level },
      })),
      people: {
        confirmed: peopleIn(stood, 'confirmed'),
        due: peopleIn(stood, 'due'),
        nearly: peopleIn(stood, 'nearly'),
        not: peopleIn(stood, 'not'),
        hidden: peopleIn(stood, 'hidden'),
      },
    })),
    thickening: covered[0] ? thicken(team, covered[0].need, covered[0].stood) : null,
    workers: workers.length,
    rule: needs.rule,
    history: rows.map((row, index) => {
      const before = rows[index + 1]?.needs ?? [];
      return {
        at: row.at,
        by: nameOf.get(row.setBy) ?? 'Somebody',
        added: row.needs.filter((id) => !before.includes(id)).map(titleOf),
        taken: before.filter((id) => !row.needs.includes(id)).map(titleOf),
      };
    }),
  });
}

type Need = Awaited<ReturnType<typeof readRisk>>['needs']['needs'][string];

const standingsBy = (team: FoldedTeam, personId: string) => {
  const by = new Map(team.standingsOf(personId).map((one) => [one.competency, one]));
  return (competency: string) => by.get(competency)!;
};

function thicken(team: FoldedTeam, need: Need, stood: readonly Stood[]): Thickening | null {
  const nextOf = ({ personId, missing }: Stood) => {
    const standingOf = standingsBy(team, personId);
    return missing
      .map((competency) => {
        const next = nextFor(standingOf(competency), need.rests[competency]!);
        return { competency, next };
      })
      .find(({ next }) => next.kind !== 'wait' && next.kind !== 'none');
  };
  const closest = closestTo(stood, (one) => nextOf(one) !== undefined);
  if (!closest) return null;
  const { competency, next } = nextOf(closest)!;
  const { id, name } = team.people.find((one) => one.id === closest.personId)!;
  const { title } = team.frameworks.competencies.competencies[competency]!;
  return { need: need.title, person: { id, name }, competency, title, text: next.text };
}
