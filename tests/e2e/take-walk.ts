import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { atKeyboard } from '../support/e2e-keyboard.ts';
import { awake } from '../support/e2e-play.ts';

interface Paths {
  paths: { name: string; moves: string[] }[];
}

/**
 * Plays the first golden path of a scenario with one form, and gives a picture of each moment from
 * its introduction to the debrief.
 */
export async function takeWalk(page: Page, slug: string): Promise<Buffer[]> {
  const { paths } = JSON.parse(readFileSync(`scenarios/${slug}/paths.json`, 'utf8')) as Paths;
  const pictures: Buffer[] = [];
  const picture = async () => {
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => window.scrollTo(0, 0));
    pictures.push(await page.screenshot({ fullPage: true }));
  };
  await page.goto(`/scenarios/${slug}`);
  await picture();
  await page.getByRole('button', { name: 'Begin' }).click();
  await awake(page);
  const player = atKeyboard(page);
  for (const [step, move] of paths[0]!.moves.entries()) {
    // What is looked up stays on the page, so the picture of what is done next shows it.
    if (!move.startsWith('find ')) await picture();
    await player.make(move);
    await player.arrive(step + 1);
  }
  await picture();
  await page.getByRole('link', { name: 'Look back at it' }).click();
  await expect(page.getByRole('heading', { name: /^Looking back/ })).toBeVisible();
  await picture();
  return pictures;
}

/**
 * Lays pictures side by side on one sheet, in rows of so many, and gives it as a JPEG. What is longer
 * than a column goes on in the next.
 */
export async function makeSheet(page: Page, pictures: Buffer[], perRow: number): Promise<Buffer> {
  const [width, column, gap] = [220, 1000, 8];
  await page.setViewportSize({ width: perRow * (width + gap) + gap, height: 800 });
  await page.setContent(
    `<style>body{margin:${gap}px;display:grid;gap:${gap}px;align-items:start;background:#b9b2a6;` +
      `grid-template-columns:repeat(${perRow},${width}px)}div{overflow:hidden}` +
      `img{width:${width}px;display:block}</style>`,
  );
  for (const picture of pictures)
    await page.evaluate(
      async ([data, column]) => {
        const image = new Image();
        image.src = `data:image/png;base64,${data}`;
        await image.decode();
        document.body.append(image);
        const { height } = image.getBoundingClientRect();
        image.remove();
        for (let top = 0; top < height; top += column) {
          const part = document.createElement('div');
          part.style.height = `${Math.min(column, height - top)}px`;
          const shown = image.cloneNode() as HTMLImageElement;
          shown.style.marginTop = `-${top}px`;
          part.append(shown);
          document.body.append(part);
        }
      },
      [picture.toString('base64'), column] as const,
    );
  return page.screenshot({ fullPage: true, type: 'jpeg', quality: 34 });
}
