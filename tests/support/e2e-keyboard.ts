import { expect, type Page } from '@playwright/test';

/** Somebody who plays by keyboard alone. Moves are written as in a golden path. */
export const atKeyboard = (page: Page) => {
  /** Presses Tab until what is focused fits a selector. */
  async function tabTo(selector: string) {
    for (let tabs = 0; tabs < 90; tabs += 1) {
      const isThere = await page.evaluate(
        (wanted) => document.activeElement?.matches(wanted) ?? false,
        selector,
      );
      if (isThere) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`${selector} cannot be reached by keyboard.`);
  }
  /** Chooses one of a group of radio buttons, which is one stop for the Tab key. */
  async function chooseOne(name: string, value: string) {
    await tabTo(`input[name="${name}"]`);
    await page.keyboard.press('Space');
    for (let presses = 0; presses < 8; presses += 1) {
      const chosen = page.locator(`input[name="${name}"]:checked`);
      if ((await chosen.getAttribute('value')) === value) return;
      await page.keyboard.press('ArrowDown');
    }
    throw new Error(`${value} of ${name} cannot be chosen by keyboard.`);
  }
  const commit = async (form: string) => {
    await tabTo(`.${form} > button`);
    await page.keyboard.press('Enter');
  };
  const pressOne = async (form: string, id: string) => {
    await tabTo(`.${form} button[value="${id}"]`);
    await page.keyboard.press('Enter');
  };
  async function decide(answer: string) {
    for (const [at, part] of answer.split(' ').filter(Boolean).entries()) {
      const [id = '', number] = part.split('=');
      if (await page.locator('.rank').count()) {
        await tabTo(`select[name="place.${id}"]`);
        await page.keyboard.type(number ?? String(at + 1));
      } else if (number) await chooseOne(`rate.${id}`, number);
      else if (await page.locator('.pick').count()) {
        await tabTo(`input[name="choice"][value="${id}"]`);
        await page.keyboard.press('Space');
      } else await chooseOne('choice', id);
    }
    await commit('decision');
  }
  return {
    tabTo,
    decide,
    /** Makes a move such as `find chart`, `decide a=2 b=1`, `turn phone`, `say …` or `go-on`. */
    async make(move: string) {
      const [kind = '', ...rest] = move.split(' ');
      const words = rest.join(' ');
      if (kind === 'find') await pressOne('finds', words);
      else if (kind === 'turn') await pressOne('turning', words);
      else if (kind === 'go-on') await commit('carry-on');
      else if (kind === 'say' || (await page.locator('.rationale').count())) {
        await tabTo('textarea[name="words"]');
        await page.keyboard.type(words.replace(/^say /, ''));
        await commit('decision');
      } else await decide(words);
    },
    /** Waits until the page shows the moment after so many moves, or the end. */
    arrive: (step: number) =>
      expect(
        page.locator(`input[name="step"][value="${step}"], .ending h2`).first(),
      ).toBeAttached(),
  };
};
