import type { ShownScene } from '#domain/attempt/shown-scene.ts';
import { cost, MoveForm, type Play } from './MoveForm.tsx';

type Props = Pick<ShownScene, 'found' | 'finds'> & { play: Play };

/** What can be found out here, each with its kind and its cost in story minutes, and what was. */
export function Finds({ found, finds, play }: Props) {
  return (
    <MoveForm play={play} look="finds" kind="find">
      <h2>What you can find out</h2>
      <ul>
        {found.map(({ id, label, html }) => {
          const place = `found-${id}`;
          return (
            <li class="found" id={place} tabindex="-1">
              <p class="found-label">{label}</p>
              <div class="tells prose" innerHTML={html} />
            </li>
          );
        })}
        {finds.map(({ id, kind, label, minutes }) => {
          const look = `kind ${kind}`;
          const time = cost(minutes);
          return (
            <li>
              <button class="find" name="choice" value={id}>
                <span class={look}>{kind}</span> <span class="find-label">{label}</span>{' '}
                <span class="cost">{time}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </MoveForm>
  );
}

/** The notebook: one line for everything found out so far. */
export function Notebook({ known }: Pick<ShownScene, 'known'>) {
  const lines = known[0] ? (
    <ul>
      {known.map(({ note }) => (
        <li>{note}</li>
      ))}
    </ul>
  ) : (
    <p class="quiet">Nothing noted yet.</p>
  );
  return (
    <section class="notebook" aria-labelledby="know">
      <h2 id="know">What you know</h2>
      {lines}
    </section>
  );
}
