import type { ShownScene, ShownStrand } from '#domain/attempt/shown-scene.ts';
import { drawPeople, tellNow } from './Moment.tsx';
import { cost, MoveForm, type Play } from './MoveForm.tsx';

interface Props {
  shown: ShownScene;
  beside: NonNullable<ShownScene['beside']>;
  /** The strands in which something has changed. */
  changed: readonly string[];
  play: Play;
}

/** Several things at once: the one attended to, and beside it those that wait or are settled. */
export function Strands({ shown, beside, changed, play }: Props) {
  const { title, html, strands } = beside;
  const { title: here, place } = shown.scene;
  const isOpen = shown.decision ?? shown.next ?? shown.finds[0];
  const look = isOpen ? 'strand' : 'strand settled';
  const state = isOpen ? 'You are here' : 'You are here. Settled';
  return (
    <section class="moment" aria-labelledby="whole">
      <h1 id="whole">{title}</h1>
      <div class="prose" innerHTML={html} />
      <div class="strands">
        <section class={look}>
          <h2 id="moment-title" tabindex="-1">
            {here}
          </h2>
          <p class="where">
            <span class="kind here">{state}</span> <span>{place}</span>
          </p>
          {drawPeople(shown.people)}
          {tellNow(shown)}
        </section>
        {strands.map((strand) => drawAside(strand, changed, play))}
      </div>
    </section>
  );
}

function drawAside(strand: ShownStrand, changed: readonly string[], play: Play) {
  const { id, title, place, people, html, turn } = strand;
  const look = turn ? 'strand waiting' : 'strand settled';
  const mark = turn ? 'kind waits' : 'kind done';
  const state = turn ? 'Waiting' : 'Settled';
  const isChanged = changed.includes(id);
  const words = turn && `${turn.label}, ${cost(turn.minutes)}`;
  return (
    <section class={look}>
      <h2>{title}</h2>
      <p class="where">
        <span class={mark}>{state}</span> <span>{place}</span>
      </p>
      {isChanged ? <p class="kind changed">Something has changed here</p> : undefined}
      {drawPeople(people)}
      <div class="prose" innerHTML={html} />
      {words ? (
        <MoveForm play={play} look="turning" kind="turn">
          <button class="button second" name="choice" value={id}>
            {words}
          </button>
        </MoveForm>
      ) : undefined}
    </section>
  );
}
