// A warning sign closes run, circuit and plan on every page; nothing known is never called good.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { answerAll } from './questions.ts';
import { beToldOf, tellSetup } from './runner.ts';
import { openBrowser, visiting, type Visit } from './visit.ts';

let browser: Browser;
before(async () => (browser = await openBrowser()));
after(() => browser.close());

/** No page leads to a run or into the circuit, each closed one says why, and the tabs carry the lock. */
async function nothingToRunBy(visit: Visit): Promise<void> {
  const { page } = visit;
  await visit.open('today');
  assert.equal(await page.getByRole('link', { name: 'Start the circuit' }).count(), 0, 'Today leads to the circuit');
  assert.equal(await page.locator('main dl.numbers').count(), 0, 'Today names an amount to run');
  assert.doesNotMatch(await page.locator('#decision').innerText(), /\d+(\.\d+)? ?(km|mi)\b/);
  await page.locator('main .locked').waitFor();
  const { page: words } = await visit.ask<{ page: { closed: { sentence: string } } }>('GET', '/api/today');

  await visit.open('circuit');
  assert.equal(await page.getByRole('button', { name: /Start the circuit|Go on where you were/ }).count(), 0, 'the circuit can be started');
  assert.ok((await page.locator('main').innerText()).includes(words.closed.sentence), 'the circuit does not say why it is closed');
  assert.equal(await page.locator('main .doses, main .figure').count(), 0, 'the circuit shows what to do');

  await visit.open('plan');
  assert.equal(await page.getByRole('button', { name: /^Move/ }).count(), 0, 'the plan shows its days');
  assert.equal(await page.locator('main li.day').count(), 0, 'the plan shows its days');
  assert.ok((await page.locator('main').innerText()).includes(words.closed.sentence), 'the plan does not say why it is closed');

  for (const tab of ['Circuit', 'Plan']) await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: `closed: ${tab}` }).waitFor();
  assert.equal(await page.locator('header .togo').count(), 0, 'the days to the race are still counted');
  // The server says the same to whoever asks it without the page.
  const circuit = await visit.ask<{ closed: unknown; script: unknown; exercises: unknown[] }>('GET', '/api/circuit');
  assert.ok(circuit.closed !== null && circuit.script === null && circuit.exercises.length === 0);
  const plan = await visit.ask<{ closed: unknown; weeks: unknown[] }>('GET', '/api/plan');
  assert.ok(plan.closed !== null && plan.weeks.length === 0);
}

test('nothing told: nothing is called good, no run is named, and there is a way to begin', async () => {
  await visiting(browser, {}, async (visit) => {
    const { page } = visit;
    await page.getByRole('link', { name: 'Begin' }).waitFor();
    assert.equal(await page.getByText(/\d+ ?km/).count(), 0);
    assert.equal(await page.getByRole('link', { name: 'Start the circuit' }).count(), 0);
    await visit.open('circuit');
    assert.equal(await page.getByRole('button', { name: 'Start the circuit' }).count(), 0);
  });
});

test('a warning sign in a check-in is said at once, closes run, circuit and plan, and stays after a reload', async () => {
  await visiting(browser, {}, async (visit) => {
    const { page } = visit;
    await beToldOf(visit);
    assert.ok(await page.locator('dl.numbers, .sign').count());
    await visit.open('today/check-in/again');
    await answerAll(visit, { 'Anything new': 'I cannot put weight on the leg' });
    const alert = page.getByRole('alert').locator('#decision');
    await alert.waitFor();
    await page.getByRole('heading', { name: 'What to do' }).waitFor();
    await nothingToRunBy(visit);
    await visit.open('today');
    await visit.reload();
    await nothingToRunBy(visit);
    // Telling more does not open it: only correcting that very answer, or a clinician's word, does.
    await visit.open('today/check-in/again');
    await answerAll(visit);
    await nothingToRunBy(visit);
  });
});

test('while the questions are on, a warning sign stops them with the way to what to do', async () => {
  await visiting(browser, {}, async (visit) => {
    const { page } = visit;
    await tellSetup(visit);
    await visit.reload();
    await visit.open('today/check-in');
    await page.locator('main h1#question').waitFor();
    const sign = page.getByRole('checkbox', { name: 'I limp when I walk', exact: true });
    await answerAll(visit, {}, undefined, sign);
    await sign.check();
    await page.getByRole('button', { name: /^Next, with/ }).click();
    const alarm = page.getByRole('alert').getByRole('button', { name: 'Stop here and show me what to do' });
    await alarm.click();
    await page.getByRole('heading', { name: 'What to do' }).waitFor();
    await nothingToRunBy(visit);
  });
});

test('at an emergency the call is the one button, large enough and named', async () => {
  await visiting(browser, {}, async (visit) => {
    const { page } = visit;
    await beToldOf(visit);
    await visit.ask('PATCH', '/api/setup', { country: 'GB' });
    await visit.open('today/check-in/again');
    await answerAll(visit, { 'Anything new': 'Chest pain, or short of breath without a reason' });
    const call = page.getByRole('link', { name: /^Call / });
    await call.waitFor();
    assert.match((await call.getAttribute('href')) ?? '', /^tel:\d+$/);
    const box = await call.boundingBox();
    assert.ok(box && box.height >= 56 && box.y + box.height <= 640, `the call stands below the fold: ${JSON.stringify(box)}`);
  });
});

for (const story of ['growing', 'night'] as const) {
  test(`the made-up runner “${story}”: a clinician comes first on every page`, async () => {
    await visiting(browser, {}, async (visit) => {
      await visit.lookAround(story);
      await nothingToRunBy(visit);
    });
  });
}
