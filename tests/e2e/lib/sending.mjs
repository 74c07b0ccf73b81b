import { answerAll, begin, fillContact, open } from './browser.mjs';

// Makes a whole assessment ready to be sent; the next is to press #send-now.
export async function ready(page) {
  const id = await begin(page);
  await answerAll(page, id);
  await open(page, `/bedomning/skicka?utkast=${id}`);
  await fillContact(page);
  await page.click('button[type=submit]');
  await page.waitForSelector('#send-now');
  return id;
}

// Answers every post by what `now` holds, lets it through where that is nothing, and keeps what was posted.
export async function receiver(page, now) {
  const posts = [];
  await page.route('**/inlamning', async route => {
    const request = route.request();
    posts.push({ key: request.headers()['idempotency-key'], body: request.postData(), at: Date.now() });
    const answer = Array.isArray(now.answer) ? now.answer.shift() : now.answer;
    if (!answer) await route.continue();
    else if (answer === 'abort') await route.abort();
    else if (answer === 'lost') { await route.fetch(); await route.abort(); }
    else await route.fulfill(answer);
  });
  return posts;
}

// Waits until the receipt says this and all of these texts at once: what waits may be sent again at any moment.
export const says = (page, chip, ...texts) => page.waitForFunction(([chip, texts]) => {
  const said = document.querySelector('.receipt')?.innerText ?? '';
  return document.querySelector('.state-chip')?.innerText === chip && texts.every(text => said.includes(text));
}, [chip, texts]);
