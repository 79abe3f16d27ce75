import { holds, type Guard } from '../scenario/guard.ts';
import type { Scenario, Scene } from '../scenario/schema.ts';
import type { Mood } from '../scenario/words.ts';
import type { World } from '../scenario/world.ts';

/** Someone in the scene, and the face they show. */
export interface SeenPerson {
  id: string;
  name: string;
  mood: Mood;
}

/** Who is in a scene and how they look in a world. */
export const peopleIn = (scenario: Scenario, scene: Scene, world: World): SeenPerson[] =>
  Object.entries(scene.people ?? {}).map(([id, mood]) => ({
    id,
    name: scenario.people[id]!.name,
    mood: moodOf(mood === 'as-felt' ? scenario.people[id]!.faces : mood, world),
  }));

type Faces = Mood | { when?: Guard | undefined; mood: Mood }[] | undefined;
const moodOf = (faces: Faces, world: World): Mood =>
  typeof faces === 'string'
    ? faces
    : (faces?.find((face) => holds(face.when, world))?.mood ?? 'calm');
