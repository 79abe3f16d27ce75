import { entrustmentWords } from '../profile/entrustment-words.ts';
import { sayShortDate } from '../london-time.ts';
import type { CompetencyStanding } from '../profile/fold-profile.ts';
import { needOf, type NextThing } from '../profile/state.ts';
import type { RoleGap } from '../arrange/role-gaps.ts';
import type { Sheet, SheetLine, SheetPart, SheetPartName } from './sheet.ts';

/** What somebody wrote down about seeing the worker at work. */
export interface SheetObservation {
  id: string;
  observer: string;
  observedAt: string;
  seen: string;
  trust: { competency: string; entrustment: number }[];
}

/** What the worker wrote about a scenario and chose to share. */
export interface SheetReflection {
  attemptId: string;
  scenario: string;
  words: string;
  at: string;
  /** The competencies that the scenario bears on. */
  competencies: string[];
}

/** Everything that a sheet is drawn from. */
export interface SheetSources {
  at: string;
  policyVersion: string;
  /** The trust from which on an observation of everything in it is told as something that went well. */
  well: number;
  personId: string;
  role: string;
  standings: readonly (CompetencyStanding & { title: string })[];
  /** Signed and not corrected since, the newest first. */
  observations: readonly SheetObservation[];
  reflections: readonly SheetReflection[];
  /** What the role needs and is not met; nothing where nobody has set it. */
  gaps: readonly (RoleGap & { title: string })[];
}

/** How many lines of each part fit, so that all of it goes on two sides. */
const most: Record<SheetPartName, number> = {
  met: 6,
  shown: 5,
  praised: 3,
  conflicts: 4,
  concerns: 4,
  gaps: 6,
  next: 5,
  reflections: 2,
};

/** Draws the sheet of a supervision from where somebody stands. Nothing is averaged and nothing ranked. */
export function buildSheet(sources: SheetSources): Sheet {
  const { at, policyVersion, role, standings, observations, reflections, gaps } = sources;
  const inState = (...wanted: string[]) =>
    standings.filter(({ leading }) => wanted.includes(leading.state));
  const line = ({ competency, title, leading }: (typeof standings)[number], says: string[]) => ({
    tells: [competency],
    title: `${title}, level ${leading.level}`,
    says,
    href: `/people/${sources.personId}/${competency}`,
  });
  // What stands in one part already is not said again in a later one.
  const said = new Set(
    [...inState('conflict'), ...inState('concern')].map(({ competency }) => competency),
  );
  const open = gaps.filter(({ competency }) => !said.has(competency));
  for (const { competency } of open) said.add(competency);
  const left = standings
    .filter(
      ({ competency, leading }) =>
        !said.has(competency) && leading.next.kind !== 'none' && leading.state !== 'no-evidence',
    )
    .sort((a, b) => needOf(a.leading.state) - needOf(b.leading.state));
  return {
    at,
    policyVersion,
    role,
    met: part(
      'met',
      inState('meets').map((one) => line(one, [])),
    ),
    shown: part(
      'shown',
      inState('judgement-shown', 'practice-seen').map((one) =>
        line(one, one.leading.because.slice(0, 1)),
      ),
    ),
    praised: part(
      'praised',
      observations
        .filter(({ trust }) => trust.every(({ entrustment }) => entrustment >= sources.well))
        .map((one) => praise(one, sources)),
    ),
    conflicts: part(
      'conflicts',
      inState('conflict').map((one) => line(one, one.leading.because)),
    ),
    concerns: part(
      'concerns',
      inState('concern').map((one) => line(one, [...one.leading.because, one.leading.next.text])),
    ),
    gaps: part(
      'gaps',
      open.map(({ competency, title, level, says }) => ({
        tells: [competency],
        title: `${title}, level ${level}`,
        says: [says],
        href: `/people/${sources.personId}/${competency}`,
      })),
    ),
    next: part('next', distinct(left.map((one) => line(one, [sayNext(one.leading.next)])))),
    reflections: part(
      'reflections',
      reflections.map(({ attemptId, scenario, words, at: written, competencies }) => ({
        tells: competencies,
        title: `“${scenario}”, ${sayShortDate(written)}`,
        says: [cut(words, 320)],
        href: `/attempts/${attemptId}/debrief`,
      })),
    ),
  };
}

const part = (name: SheetPartName, lines: SheetLine[]): SheetPart => ({
  lines: lines.slice(0, most[name]),
  more: Math.max(0, lines.length - most[name]),
});

function praise(
  { id, observer, observedAt, seen, trust }: SheetObservation,
  { standings }: SheetSources,
): SheetLine {
  const best = [...trust].sort((a, b) => b.entrustment - a.entrustment)[0]!;
  const title = standings.find(({ competency }) => competency === best.competency)?.title;
  const trusted = entrustmentWords[best.entrustment - 1]!;
  return {
    // Seen at work: no scenario result is told by it.
    tells: [],
    title: `Seen by ${observer} on ${sayShortDate(observedAt)}`,
    says: [cut(seen, 260), `${title ?? best.competency}: ${trusted}.`],
    href: `/observations/${id}`,
  };
}

const sayNext = ({ text }: NextThing): string => text;

/** One scenario is next for several things: it is said once. */
function distinct(lines: SheetLine[]): SheetLine[] {
  const said = new Set<string>();
  return lines.filter(({ says }) => {
    const words = says.join(' ').replace(/ Still missing: .*/, '');
    return !said.has(words) && said.add(words);
  });
}

/** The beginning of what somebody wrote, up to a whole word; it can be opened for the rest. */
export function cut(words: string, letters: number): string {
  const whole = words.trim().replace(/\s+/g, ' ');
  if (whole.length <= letters) return whole;
  const short = whole.slice(0, letters);
  return `${short.slice(0, Math.max(short.lastIndexOf(' '), letters / 2))} …`;
}
