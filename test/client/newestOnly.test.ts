import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newestOnly } from '../../src/client/preview/newestOnly';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('the first wish is done at once', () => {
  let done = 0;
  newestOnly(async () => void done++, 5)();
  assert.equal(done, 1);
});

test('wishes made during the work become one more run', async () => {
  let done = 0;
  let running = 0;
  let most = 0;
  const wish = newestOnly(async () => {
    most = Math.max(most, ++running);
    await pause(10);
    running--;
    done++;
  }, 1);
  for (let n = 0; n < 20; n++) wish();
  await pause(80);
  assert.equal(done, 2);
  assert.equal(most, 1, 'never two at a time');
});

test('after a silence it works again', async () => {
  let done = 0;
  const wish = newestOnly(async () => void done++, 1);
  wish();
  await pause(20);
  wish();
  await pause(20);
  assert.equal(done, 2);
});
